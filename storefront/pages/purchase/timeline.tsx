import { useStatusWords } from '../../components/purchase-status.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useNoteWords } from './note-words.ts';
import type { PagePurchase } from './use-purchase.ts';
import { usePageWords } from './words.ts';

/** Every step that a purchase took, the latest first. */
export function Timeline({ history }: { history: PagePurchase['history'] }) {
  const words = usePageWords();
  const statuses = useStatusWords();
  const noteWords = useNoteWords();
  const format = useFormat();
  return (
    <section>
      <h2>{words.history}</h2>
      <ol className="timeline">
        {history.toReversed().map(({ at, status, note }) => (
          <li key={`${at} ${status}`}>
            <strong>{statuses[status]}</strong>
            <time dateTime={at}>{format.dateTime(at)}</time>
            {note && <p>{noteWords(note)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
