import { Link } from 'react-router';
import { Failure } from '../../components/failure.tsx';
import { ReadOn } from '../../components/read-on.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { usePoll } from '../../components/use-poll.ts';
import type { PurchaseStatus } from '../../graphql/schema-types.generated.ts';
import { useLastAnswer } from '../../graphql/use-last-answer.ts';
import { PurchaseEntry } from './purchase-entry.tsx';
import { PurchasesPageDocument } from './purchases.generated.ts';
import { usePageWords } from './words.ts';

const pollMilliseconds = 10_000;

/** A page of the reader's purchases: those after a cursor, of one status or of all. */
export const purchasesQuery = (status: PurchaseStatus | null, after: string | null) => ({
  query: PurchasesPageDocument,
  variables: { status, after },
});

/** Purchases after a cursor, as they stand now. */
export function PurchaseList({
  query,
  isFirst,
  isLast,
}: {
  query: ReturnType<typeof purchasesQuery>;
  isFirst: boolean;
  isLast: boolean;
}) {
  const words = usePageWords();
  const {
    part: purchases,
    error,
    ask,
  } = useLastAnswer(query, ({ me }) => me?.purchases, { requestPolicy: 'cache-and-network' });
  usePoll(isFirst ? pollMilliseconds : 0, ask);
  if (error) return <Failure error={error} retry={ask} />;
  if (!purchases) return <Skeleton lines={8} />;
  const { nodes, pageInfo } = purchases;
  if (isFirst && nodes.length === 0)
    return (
      <div className="form">
        <h2>{words.none}</h2>
        <p>{words.noneAdvice}</p>
        <Link to="/books">{words.catalogue}</Link>
      </div>
    );
  return (
    <>
      <ul className="purchase-list">
        {nodes.map(purchase => (
          <PurchaseEntry key={purchase.id} purchase={purchase} />
        ))}
      </ul>
      {isLast && pageInfo.hasNextPage && pageInfo.endCursor && <ReadOn cursor={pageInfo.endCursor} />}
    </>
  );
}
