import './book-sheet.css';
import { Cover } from '../../components/cover.tsx';
import { SeeTheGraphQL } from '../../components/see-the-graphql.tsx';
import { useHead } from '../../head/use-head.ts';
import { useFormat } from '../../i18n/format.ts';
import { BookDetails } from './book-details.tsx';
import { DeliveryCosts } from './delivery-costs.tsx';
import { Offer } from './offer.tsx';
import { OtherOffers } from './other-offers.tsx';
import { bookQuery, type PageBook } from './queries.ts';
import { structuredBook } from './structured-book.ts';
import { usePageWords } from './words.ts';

/** A book's page, laid out as the title page of a book. */
export function BookSheet({ book }: { book: PageBook }) {
  const words = usePageWords();
  const format = useFormat();
  const authors = format.list(book.authors);
  useHead({
    title: `${book.title} – ${authors}`,
    description:
      book.description?.slice(0, 300) ?? words.share(book.title, authors, format.money(book.price)),
    type: 'product',
    price: book.price,
    image: { path: book.cover.width960, alt: words.coverOf(book.title, authors) },
    structured: structuredBook(book),
  });
  return (
    <article className="book-sheet">
      <div className="book-sheet-cover">
        <Cover
          title={book.title}
          authors={book.authors}
          language={book.language}
          cover={book.cover}
          alt={words.coverOf(book.title, authors)}
          sizes="16rem"
          isFirst
        />
      </div>
      <div className="book-sheet-head">
        <h1 lang={book.language ?? undefined} dir="auto">
          {book.title}
        </h1>
        <p className="book-sheet-authors" dir="auto">
          {authors}
        </p>
      </div>
      <div className="book-sheet-side">
        <Offer book={book} />
        <DeliveryCosts />
      </div>
      <BookDetails book={book} />
      <OtherOffers book={book} />
      <SeeTheGraphQL of={bookQuery(book.id)} />
    </article>
  );
}
