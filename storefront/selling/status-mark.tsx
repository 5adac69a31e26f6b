import type { OwnBookFragment } from '../components/own-book.generated.ts';
import { useSellingWords } from './selling-words.ts';

/** Whether a book is for sale, in a word. */
export function StatusMark({ status }: { status: OwnBookFragment['status'] }) {
  const words = useSellingWords();
  const look = status === 'PUBLISHED' ? 'status-mark status-mark-good' : 'status-mark';
  return <span className={look}>{words.statuses[status]}</span>;
}
