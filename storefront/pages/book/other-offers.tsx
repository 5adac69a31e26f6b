import { Link } from 'react-router';
import { BookCard } from '../../components/book-card.tsx';
import type { PageBook } from './queries.ts';
import { usePageWords } from './words.ts';

/** Offers of the same ISBN by anyone, the cheapest first; nothing where there are none. */
export function OtherOffers({ book }: { book: PageBook }) {
  const words = usePageWords();
  const offers = book.otherOffers?.nodes ?? [];
  const total = book.otherOffers?.totalCount ?? offers.length;
  if (offers.length === 0) return null;
  return (
    <section className="other-offers">
      <h2>{words.otherOffers(total)}</h2>
      <ul className="book-list">
        {offers.map(offer => (
          <BookCard key={offer.id} book={offer} as="entry" />
        ))}
      </ul>
      {total > offers.length && book.isbn && (
        <p>
          <Link to={{ pathname: '/books', search: new URLSearchParams({ q: book.isbn }).toString() }}>
            {words.allOffers}
          </Link>
        </p>
      )}
    </section>
  );
}
