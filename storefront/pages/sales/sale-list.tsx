import { Link } from 'react-router';
import { Failure } from '../../components/failure.tsx';
import { ReadOn } from '../../components/read-on.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { usePoll } from '../../components/use-poll.ts';
import type { PurchaseStatus } from '../../graphql/schema-types.generated.ts';
import { useLastAnswer } from '../../graphql/use-last-answer.ts';
import { SaleEntry } from './sale-entry.tsx';
import { SalesPageDocument } from './sales.generated.ts';
import { usePageWords } from './words.ts';

const pollMilliseconds = 10_000;

/** A page of the reader's sales: those after a cursor, of one status or of all. */
export const salesQuery = (status: PurchaseStatus | null, after: string | null) => ({
  query: SalesPageDocument,
  variables: { status, after },
});

/** Sales after a cursor, as they stand now. */
export function SaleList({
  query,
  isFirst,
  isLast,
}: {
  query: ReturnType<typeof salesQuery>;
  isFirst: boolean;
  isLast: boolean;
}) {
  const words = usePageWords();
  const {
    part: sales,
    error,
    ask,
  } = useLastAnswer(query, ({ me }) => me?.sales, { requestPolicy: 'cache-and-network' });
  usePoll(isFirst ? pollMilliseconds : 0, ask);
  if (error) return <Failure error={error} retry={ask} />;
  if (!sales) return <Skeleton lines={8} />;
  const { nodes, pageInfo } = sales;
  if (isFirst && nodes.length === 0)
    return (
      <div className="form">
        <h2>{words.none}</h2>
        <p>{words.noneAdvice}</p>
        <Link to="/selling">{words.yourBooks}</Link>
      </div>
    );
  return (
    <>
      <ul className="purchase-list">
        {nodes.map(sale => (
          <SaleEntry key={sale.id} sale={sale} />
        ))}
      </ul>
      {isLast && pageInfo.hasNextPage && pageInfo.endCursor && <ReadOn cursor={pageInfo.endCursor} />}
    </>
  );
}
