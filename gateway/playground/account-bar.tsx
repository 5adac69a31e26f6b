import { startOver, updateSession, useSession } from './session.ts';

const startOverQuestion = 'Put the ten tabs back as they were and forget the accounts of this session?';

/** Who the requests are signed as, what was sent last, and a way back to the beginning. */
export function AccountBar() {
  const { accounts, actingId, notice } = useSession();
  return (
    <header className="graphiql-container account-bar">
      <h1>
        <a href="/">Bookstore</a> playground
      </h1>
      <label>
        Signed in as
        <select
          value={actingId ?? ''}
          onChange={event => updateSession({ actingId: event.target.value || null })}
        >
          <option value="">nobody (no Authorization header)</option>
          {accounts.map(({ id, name, role }) => (
            <option key={id} value={id}>
              {role ? `${name} (${role})` : name}
            </option>
          ))}
        </select>
      </label>
      <output title={notice}>{notice || 'Run tab 1 to have a seller and a buyer to act as.'}</output>
      <button type="button" onClick={() => confirm(startOverQuestion) && startOver()}>
        Start over
      </button>
    </header>
  );
}
