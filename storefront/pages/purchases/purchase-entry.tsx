import { Link } from 'react-router';
import { Countdown } from '../../components/countdown.tsx';
import { Cover } from '../../components/cover.tsx';
import { PurchaseStatus } from '../../components/purchase-status.tsx';
import { useFormat } from '../../i18n/format.ts';
import type { PurchasesPageQuery } from './purchases.generated.ts';
import { usePageWords } from './words.ts';

/** A purchase in the list. */
export type ListedPurchase = NonNullable<NonNullable<PurchasesPageQuery['me']>['purchases']>['nodes'][number];

/** A purchase in a line or two: what, when, how much, where it stands; and until when it is to be paid. */
export function PurchaseEntry({ purchase }: { purchase: ListedPurchase }) {
  const words = usePageWords();
  const format = useFormat();
  const { id, status, createdAt, reservedUntil, total, lines } = purchase;
  const [first] = lines;
  return (
    <li className="purchase-entry">
      {first && (
        <Cover
          title={first.title}
          authors={first.book?.authors ?? []}
          language={first.book?.language ?? null}
          cover={first.book?.cover}
          sizes="4rem"
        />
      )}
      <div>
        <h2>
          <Link to={`/purchases/${id}`}>{lines.map(({ title }) => title).join(', ')}</Link>
        </h2>
        <p className="field-hint">
          <time dateTime={createdAt}>{format.dateTime(createdAt)}</time>
        </p>
        {status === 'AWAITING_PAYMENT' && reservedUntil && (
          <p>
            {words.pay} <Countdown until={reservedUntil} />
          </p>
        )}
      </div>
      <div className="purchase-entry-end">
        <PurchaseStatus status={status} />
        <strong>{format.money(total)}</strong>
      </div>
    </li>
  );
}
