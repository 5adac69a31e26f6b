import { Link } from 'react-router';
import { Cover } from '../../components/cover.tsx';
import { PurchaseStatus } from '../../components/purchase-status.tsx';
import { useFormat } from '../../i18n/format.ts';
import type { SalesPageQuery } from './sales.generated.ts';
import { usePageWords } from './words.ts';

type Sale = NonNullable<NonNullable<SalesPageQuery['me']>['sales']>['nodes'][number];

/** A sale in a line or two: what, to whom, when, what it brings, and whether it is to be sent off. */
export function SaleEntry({ sale }: { sale: Sale }) {
  const words = usePageWords();
  const format = useFormat();
  const { id, status, createdAt, subtotal, lines, buyer } = sale;
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
          <Link to={`/sales/${id}`}>
            {lines
              .map(({ title, quantity }) => (quantity > 1 ? `${format.number(quantity)} × ${title}` : title))
              .join(', ')}
          </Link>
        </h2>
        <p className="field-hint">
          {buyer && `${words.to(buyer.name)}, `}
          <time dateTime={createdAt}>{format.dateTime(createdAt)}</time>
        </p>
        {status === 'PAID' && <p>{words.send}</p>}
      </div>
      <div className="purchase-entry-end">
        <PurchaseStatus status={status} />
        <strong>{format.money(subtotal)}</strong>
      </div>
    </li>
  );
}
