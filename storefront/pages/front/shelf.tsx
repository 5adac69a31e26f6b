import { Link } from 'react-router';
import type { BookCardFragment } from '../../components/book-card.generated.ts';
import { BookCard } from '../../components/book-card.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { usePageWords } from './words.ts';

// A telephone shows two at once: more of them would hold up the letters.
const onFirstSight = 2;

/** Some books under a heading, and the way to all of their kind: the catalogue with that search. */
export function Shelf({
  title,
  books,
  search,
  isFirst = false,
}: {
  title: string;
  books: readonly BookCardFragment[];
  search: string;
  isFirst?: boolean;
}) {
  const words = usePageWords();
  return (
    <section className="shelf">
      <div className="shelf-top">
        <h2>{title}</h2>
        <Link to={{ pathname: '/books', search }} aria-label={`${words.all}: ${title}`}>
          {words.all}
        </Link>
      </div>
      <ul className="book-shelf">
        {books.map((book, place) => (
          <BookCard key={book.id} book={book} isFirst={isFirst && place < onFirstSight} />
        ))}
      </ul>
    </section>
  );
}

/** In the place of a shelf that is on its way. */
export function ShelfSkeleton({ title, books }: { title: string; books: number }) {
  return (
    <section className="shelf">
      <div className="shelf-top">
        <h2>{title}</h2>
      </div>
      <div className="book-shelf">
        {Array.from({ length: books }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are alike and never move.
          <div key={place} className="book-card">
            <span className="cover" />
            <Skeleton lines={3} />
          </div>
        ))}
      </div>
    </section>
  );
}
