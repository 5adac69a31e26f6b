import { useState } from 'react';
import { CombinedError, useMutation } from 'urql';
import { logOut } from '../../account/sign-in.ts';
import { Failure } from '../../components/failure.tsx';
import { useToast } from '../../components/toast.tsx';
import { useFormat } from '../../i18n/format.ts';
import { type AccountPageQuery, RevokeSessionDocument } from './account.generated.ts';
import { deviceOf } from './device.ts';
import { usePageWords } from './words.ts';

type Session = NonNullable<AccountPageQuery['sessions']>[number];

function useDeviceName(): (session: Session) => string {
  const words = usePageWords();
  return ({ userAgent }) => {
    const { browser, system } = deviceOf(userAgent);
    if (browser && system) return words.on(browser, system);
    return browser ?? system ?? words.unknownDevice;
  };
}

/** Where the reader is logged in, with the way to end each. `ended` is called when one has ended. */
export function SessionList({ sessions, ended }: { sessions: readonly Session[]; ended: () => void }) {
  const words = usePageWords();
  const format = useFormat();
  const nameOf = useDeviceName();
  const toast = useToast();
  const [{ fetching }, revoke] = useMutation(RevokeSessionDocument);
  const [error, setError] = useState<CombinedError | null>(null);

  async function end({ id }: Session): Promise<void> {
    const { data, error: failure } = await revoke({ sessionId: id });
    setError(failure ?? null);
    // One that is not there any more has ended too.
    if (data?.revokeSession) toast(words.ended);
    ended();
  }

  async function endAll(): Promise<void> {
    try {
      await logOut({ everywhere: true });
    } catch (failure) {
      if (!(failure instanceof CombinedError)) throw failure;
      setError(failure);
    }
  }

  return (
    <>
      <p className="field-hint">{words.sessionsHint}</p>
      {error && <Failure error={error} />}
      <ul className="session-list">
        {sessions.map(session => (
          <li key={session.id}>
            <div>
              <strong>{nameOf(session)}</strong>
              {session.current && <span className="badge">{words.thisOne}</span>}
              <p className="field-hint">
                {words.usedLast(format.dateTime(session.lastUsedAt))};{' '}
                {words.signedIn(format.dateTime(session.createdAt))}
              </p>
            </div>
            {!session.current && (
              <button
                type="button"
                className="quiet-button"
                disabled={fetching}
                aria-label={words.endOf(nameOf(session))}
                onClick={() => void end(session)}
              >
                {words.end}
              </button>
            )}
          </li>
        ))}
      </ul>
      <div className="form-actions">
        <button type="button" className="quiet-button" onClick={endAll}>
          {words.endAll}
        </button>
      </div>
    </>
  );
}
