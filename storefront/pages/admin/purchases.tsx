import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Failure } from '../../components/failure.tsx';
import { PurchaseStatus } from '../../components/purchase-status.tsx';
import { FromStart, ReadOn, usePagesRead } from '../../components/read-on.tsx';
import { SeeTheGraphQL } from '../../components/see-the-graphql.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { StatusFilter, useStatusFilter } from '../../components/status-filter.tsx';
import { useFormat } from '../../i18n/format.ts';
import {
  AdminPurchasesDocument,
  type AdminPurchasesQuery,
  type AdminPurchasesQueryVariables,
} from './all-purchases.generated.ts';
import { usePageWords } from './words.ts';

const purchasesQuery = (variables: AdminPurchasesQueryVariables) => ({
  query: AdminPurchasesDocument,
  variables,
});

type Purchase = NonNullable<AdminPurchasesQuery['purchases']>['nodes'][number];

function PurchaseEntry({ purchase }: { purchase: Purchase }) {
  const words = usePageWords();
  const format = useFormat();
  const { id, status, createdAt, total, buyer, seller, lines } = purchase;
  return (
    <li className="admin-entry">
      <div>
        <h3>
          <Link to={`/sales/${id}`}>{lines.map(({ title }) => title).join(', ')}</Link>
        </h3>
        <p>{words.fromTo(seller?.name ?? words.unknown, buyer?.name ?? words.unknown)}</p>
        <p className="field-hint">
          <time dateTime={createdAt}>{format.dateTime(createdAt)}</time> · <code>{id}</code>
        </p>
      </div>
      <div className="admin-role">
        <PurchaseStatus status={status} />
        <strong>{format.money(total)}</strong>
      </div>
    </li>
  );
}

function PurchaseList({
  query,
  isFirst,
  isLast,
}: {
  query: ReturnType<typeof purchasesQuery>;
  isFirst: boolean;
  isLast: boolean;
}) {
  const words = usePageWords();
  const [{ data, error }, ask] = useQuery({ ...query, requestPolicy: 'cache-and-network' });
  const purchases = data?.purchases;
  if (!purchases && error)
    return <Failure error={error} retry={() => ask({ requestPolicy: 'network-only' })} />;
  if (!purchases) return <Skeleton lines={8} />;
  const { nodes, pageInfo } = purchases;
  if (isFirst && nodes.length === 0) return <p role="status">{words.noPurchases}</p>;
  return (
    <>
      <ul className="admin-list">
        {nodes.map(purchase => (
          <PurchaseEntry key={purchase.id} purchase={purchase} />
        ))}
      </ul>
      {isLast && pageInfo.hasNextPage && pageInfo.endCursor && <ReadOn cursor={pageInfo.endCursor} />}
    </>
  );
}

/** All purchases, or those of a status, a buyer, a seller that the address names. */
export function Purchases() {
  const words = usePageWords();
  const [search] = useSearchParams();
  const status = useStatusFilter();
  const cursors = usePagesRead();
  const sides = { buyerId: search.get('buyer'), sellerId: search.get('seller') };
  const isOfOne = sides.buyerId !== null || sides.sellerId !== null;
  return (
    <>
      <StatusFilter />
      {isOfOne && (
        <p>
          {sides.buyerId ? words.ofBuyer : words.ofSeller} <Link to="/admin/purchases">{words.ofAll}</Link>
        </p>
      )}
      <FromStart />
      {cursors.map((cursor, place) => (
        <PurchaseList
          key={`${status} ${cursor}`}
          query={purchasesQuery({ status, ...sides, after: cursor })}
          isFirst={place === 0}
          isLast={place === cursors.length - 1}
        />
      ))}
      <SeeTheGraphQL of={purchasesQuery({ status, ...sides, after: null })} />
    </>
  );
}
