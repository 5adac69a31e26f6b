import { Link } from 'react-router';
import { Countdown } from '../../components/countdown.tsx';
import type { BuyPageQuery } from './buy.generated.ts';
import { usePageWords } from './words.ts';

type Purchase = NonNullable<NonNullable<BuyPageQuery['me']>['purchases']>['nodes'][number];

const bought = new Set<string>(['PAID', 'SHIPPED', 'DELIVERED']);

/** The latest purchases of a book: those that are to be paid, and those that are. */
export function purchasesOf(bookId: string, me: BuyPageQuery['me']) {
  const all = me?.purchases?.nodes.filter(({ lines }) => lines.some(({ book }) => book?.id === bookId)) ?? [];
  return {
    open: all.find(({ status }) => status === 'AWAITING_PAYMENT' || status === 'PENDING'),
    paid: all.find(({ status }) => bought.has(status)),
  };
}

/** Says that the reader has the book reserved already: to go on with that, or to have one more on purpose. */
export function OpenPurchase({ purchase, another }: { purchase: Purchase; another: () => void }) {
  const words = usePageWords();
  return (
    <div className="form">
      <p>
        {words.open} {purchase.reservedUntil && <Countdown until={purchase.reservedUntil} />}
      </p>
      <div className="form-actions">
        <Link className="button" replace to={`/purchases/${purchase.id}`}>
          {words.goOn}
        </Link>
        <button type="button" className="quiet-button" onClick={another}>
          {words.another}
        </button>
      </div>
    </div>
  );
}

/** Says that the reader has bought the book before. */
export function PaidPurchase({ purchase }: { purchase: Purchase }) {
  const words = usePageWords();
  return (
    <p>
      {words.bought} <Link to={`/purchases/${purchase.id}`}>{words.seePurchase}</Link>
    </p>
  );
}
