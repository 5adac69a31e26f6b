import { useDescribeRefusal } from '../../i18n/describe-refusal.ts';
import { type BookField, bookFields } from '../../selling/book-draft.ts';
import { useSellingWords } from '../../selling/selling-words.ts';
import type { RowOutcome } from './publish-rows.ts';
import type { BookRow, CellProblem } from './read-rows.ts';
import { usePageWords } from './words.ts';

/** A row that was not published, with what is wrong in words, cell by cell. */
export interface Fault {
  number: number;
  cells: readonly string[];
  /** `field` is null for what is wrong with the row as a whole. */
  reasons: { field: BookField | null; text: string }[];
}

/** The rows with which something is wrong: as they were read, and as the store answered. */
export function useFaults(rows: readonly BookRow[], outcomes: ReadonlyMap<number, RowOutcome>): Fault[] {
  const words = usePageWords();
  const { problems: problemWords } = useSellingWords();
  const describe = useDescribeRefusal();
  const cellWords: Record<CellProblem, string> = { ...problemWords, ...words.cell };
  return rows.flatMap(({ number, cells, problems }) => {
    const read = Array.from(problems, ([field, problem]) => ({ field, text: cellWords[problem] }));
    const outcome = outcomes.get(number);
    const refusals = outcome && 'refusals' in outcome ? outcome.refusals : undefined;
    const refused = refusals?.map(refusal => ({
      field: bookFields.find(field => field === refusal.field?.[0]) ?? null,
      text: describe(refusal),
    }));
    const malformed = refusals?.length === 0 ? [{ field: null, text: words.malformed }] : [];
    const reasons = [...read, ...(refused ?? []), ...malformed];
    return reasons.length > 0 ? [{ number, cells, reasons }] : [];
  });
}
