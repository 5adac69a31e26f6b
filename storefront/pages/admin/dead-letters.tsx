import { type AnyVariables, type TypedDocumentNode, useMutation, useQuery } from 'urql';
import { Failure } from '../../components/failure.tsx';
import type { RefusalFragment } from '../../components/refusal.generated.ts';
import { SeeTheGraphQL } from '../../components/see-the-graphql.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useToast } from '../../components/toast.tsx';
import { FormProblems } from '../../forms/form-problems.tsx';
import { useSubmission } from '../../forms/use-submission.ts';
import { useFormat } from '../../i18n/format.ts';
import {
  AdminDeadLettersDocument,
  type LettersFragment,
  ReplayAuthDeadLetterDocument,
  ReplayCatalogDeadLetterDocument,
  ReplayPurchaseDeadLetterDocument,
} from './dead-letters.generated.ts';
import { usePageWords } from './words.ts';

const lettersQuery = { query: AdminDeadLettersDocument, variables: {} };

type Replay = TypedDocumentNode<
  { outcome: { eventId: string | null; userErrors: readonly RefusalFragment[] } | null },
  AnyVariables & { input: { id: string } }
>;

const inboxes = [
  { name: 'auth', replay: ReplayAuthDeadLetterDocument },
  { name: 'catalog', replay: ReplayCatalogDeadLetterDocument },
  { name: 'purchase', replay: ReplayPurchaseDeadLetterDocument },
] as const;

type Letter = LettersFragment['nodes'][number];

function LetterEntry({ letter, replay, changed }: { letter: Letter; replay: Replay; changed: () => void }) {
  const words = usePageWords();
  const format = useFormat();
  const toast = useToast();
  const [, send] = useMutation(replay);
  const { id, type, subject, diedAt, failure } = letter;
  const form = useSubmission(async () => {
    const { data, error } = await send({ input: { id } });
    if (error) throw error;
    if (data?.outcome?.eventId) toast(words.replayed);
    changed();
    return data?.outcome?.userErrors ?? [];
  });
  return (
    <li className="admin-entry">
      <div>
        <h4>
          {type} <code>{subject}</code>
        </h4>
        <p lang="en">{failure}</p>
        <p className="field-hint">{words.died(format.dateTime(diedAt))}</p>
      </div>
      <form onSubmit={form.submit}>
        <button
          type="submit"
          className="quiet-button"
          disabled={form.isSending}
          aria-label={words.replayOf(type, subject)}
        >
          {words.replay}
        </button>
        <FormProblems errors={form.otherErrors([])} failure={form.error} />
      </form>
    </li>
  );
}

/** Events that could not be applied, by the part of the store that heard of them, each to be tried again. */
export function DeadLetters() {
  const words = usePageWords();
  const [{ data, error }, ask] = useQuery({ ...lettersQuery, requestPolicy: 'cache-and-network' });
  const again = () => ask({ requestPolicy: 'network-only' });
  if (!data && error) return <Failure error={error} retry={again} />;
  if (!data) return <Skeleton lines={6} />;
  return (
    <>
      <p>{words.deadLettersAbout}</p>
      {error && <Failure error={error} retry={again} />}
      {inboxes.map(({ name, replay }) => {
        const letters = data[name];
        return (
          <section key={name} className="form">
            <h3>{words.inboxes[name]}</h3>
            {letters?.nodes.length === 0 && <p role="status">{words.noLetters}</p>}
            {letters && letters.nodes.length > 0 && (
              <>
                <p className="field-hint">{words.letters(letters.totalCount ?? letters.nodes.length)}</p>
                <ul className="admin-list">
                  {letters.nodes.map(letter => (
                    <LetterEntry key={letter.id} letter={letter} replay={replay} changed={again} />
                  ))}
                </ul>
              </>
            )}
          </section>
        );
      })}
      <SeeTheGraphQL of={lettersQuery} />
    </>
  );
}
