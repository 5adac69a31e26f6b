import { useCallback } from 'react';
import { Link } from 'react-router';
import { Stock } from '../../components/stock.tsx';
import { usePoll } from '../../components/use-poll.ts';
import { useLastAnswer } from '../../graphql/use-last-answer.ts';
import { useFormat } from '../../i18n/format.ts';
import { bookNowQuery, type PageBook } from './queries.ts';
import { usePageWords } from './words.ts';

/** How often the page asks how many copies are left, in milliseconds. */
const stockMilliseconds = 10_000;

/** What the book costs now, how many copies are left now, who sells it, and the button that buys it. */
export function Offer({ book }: { book: PageBook }) {
  const words = usePageWords();
  const format = useFormat();
  // Asked by the clock alone: at first the page's own answer holds.
  const { part, ask } = useLastAnswer(bookNowQuery(book.id), answer => answer.book, { pause: true });
  usePoll(
    stockMilliseconds,
    useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]),
  );
  // A book that is gone by now is one of which no copy is left.
  const now = part === null ? { stock: 0, price: book.price } : (part ?? book);
  return (
    <section className="offer">
      <p className="offer-price">
        <span className="visually-hidden">{words.price} </span>
        {format.money(now.price)}
      </p>
      <div role="status">
        <p>
          <Stock copies={now.stock} />
        </p>
        {now.price.amount !== book.price.amount && <p>{words.newPrice}</p>}
        {now.stock === 0 && <p className="offer-note">{words.soldOut}</p>}
      </div>
      {now.stock > 0 && (
        <Link className="button" to={`/buy/${book.id}`}>
          {words.buy}
        </Link>
      )}
      <p className="offer-note">
        {book.seller ? (
          <>
            {words.seller} <Link to={`/sellers/${book.seller.id}`}>{book.seller.name}</Link>
          </>
        ) : (
          (book.sellerName ?? words.sellerUnknown)
        )}
      </p>
    </section>
  );
}
