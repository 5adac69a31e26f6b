import { type BookDraft, changedFields } from '../../selling/book-draft.ts';
import { useSellingWords } from '../../selling/selling-words.ts';
import { usePageWords } from './words.ts';

/** Says that the book was changed while the reader was at it, what is there now, and lets the reader choose. */
export function ChangedMeanwhile({
  before,
  now,
  written,
  keepMine,
  takeTheirs,
}: {
  before: BookDraft;
  now: BookDraft;
  written: BookDraft;
  keepMine: () => void;
  takeTheirs: () => void;
}) {
  const words = usePageWords();
  const { fields, notSaid } = useSellingWords();
  const changed = changedFields(before, now);
  const isWritten = new Set(changedFields(before, written));
  return (
    <div className="failure changed-meanwhile" role="alert">
      <p>{words.meanwhile}</p>
      {changed.length > 0 && (
        <dl>
          {changed.map(field => (
            <div key={field}>
              <dt>{fields[field]}</dt>
              <dd dir="auto">
                {now[field] || notSaid}
                {isWritten.has(field) && ` — ${words.yours(written[field] || notSaid)}`}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <div className="form-actions">
        <button type="button" onClick={keepMine}>
          {words.keepMine}
        </button>
        <button type="button" className="quiet-button" onClick={takeTheirs}>
          {words.takeTheirs}
        </button>
      </div>
    </div>
  );
}
