import './stock.css';
import { useBookWords } from './book-words.ts';

/** How many copies are left, in words. */
export function Stock({ copies }: { copies: number }) {
  const words = useBookWords();
  if (copies === 0) return <span className="stock stock-none">{words.soldOut}</span>;
  if (copies === 1) return <span className="stock stock-last">{words.lastCopy}</span>;
  return <span className="stock">{words.copies(copies)}</span>;
}
