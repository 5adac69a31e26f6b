import './book-card.css';
import type { BookCardFragment } from './book-card.generated.ts';
import { BookCard } from './book-card.tsx';

/** Books one below the other, or, where there is room, in two columns. */
export function BookList({
  books,
  isFirst = false,
  isOfOneSeller = false,
}: {
  books: readonly BookCardFragment[];
  /** Whether it is seen at once. */
  isFirst?: boolean;
  /** Whether the page says whose they all are: then they do not. */
  isOfOneSeller?: boolean;
}) {
  return (
    <ul className="book-list">
      {books.map((book, place) => (
        <BookCard
          key={book.id}
          book={isOfOneSeller ? { ...book, sellerName: null } : book}
          as="entry"
          heading="h2"
          isFirst={isFirst && place < 4}
        />
      ))}
    </ul>
  );
}

/** In the place of a list of books that is on its way: of the height that it will have. */
export function BookListSkeleton({ books = 24 }: { books?: number }) {
  return (
    <div className="book-list" aria-hidden="true">
      {Array.from({ length: books }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are alike and never move.
        <div key={place} className="book-entry">
          <span className="cover" />
          <div className="skeleton book-words">
            <span className="skeleton-line" />
            <span className="skeleton-line" />
            <span className="skeleton-line" />
          </div>
        </div>
      ))}
    </div>
  );
}
