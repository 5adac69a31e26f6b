import './book-sheet.css';
import { Skeleton } from '../../components/skeleton.tsx';
import { useHead } from '../../head/use-head.ts';
import { usePageWords } from './words.ts';

/** In the place of a book's page that is on its way: a cover, and lines where its words will stand. */
export function BookSkeleton() {
  useHead({ title: usePageWords().loading });
  return (
    <div className="book-sheet">
      <div className="book-sheet-cover">
        <span className="cover" />
      </div>
      <div className="book-sheet-head">
        <Skeleton lines={8} />
      </div>
    </div>
  );
}
