import { useBookWords } from '../../components/book-words.ts';
import { useSellingWords } from '../../selling/selling-words.ts';
import type { BookRow } from './read-rows.ts';
import { usePageWords } from './words.ts';

/** So many are shown: enough to see whether the columns are the right ones. */
const shown = 5;

/** The first rows as they were read. */
export function RowPreview({ rows }: { rows: readonly BookRow[] }) {
  const words = usePageWords();
  const { fields } = useSellingWords();
  const { conditions } = useBookWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled is scrolled by keyboard too.
    <section className="import-scroll" aria-label={words.read} tabIndex={0}>
      <table className="import-table">
        <thead>
          <tr>
            <th scope="col">{words.row}</th>
            <th scope="col">{fields.title}</th>
            <th scope="col">{fields.authors}</th>
            <th scope="col">{fields.isbn}</th>
            <th scope="col">{fields.condition}</th>
            <th scope="col">{fields.price}</th>
            <th scope="col">{fields.stock}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map(({ number, draft, problems }) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              <td dir="auto">{draft.title}</td>
              <td dir="auto">{draft.authors}</td>
              <td>{draft.isbn}</td>
              <td>{!problems.has('condition') && conditions[draft.condition]}</td>
              <td>{draft.price}</td>
              <td>{draft.stock}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown && <p className="field-hint">{words.more(rows.length - shown)}</p>}
    </section>
  );
}
