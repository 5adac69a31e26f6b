import '../purchase/purchase.css';
import '../../forms/form.css';
import '../../selling/selling.css';
import { useCallback } from 'react';
import { Link, useParams } from 'react-router';
import type { Reader } from '../../account/reader.ts';
import { ReaderOnly } from '../../account/reader-only.tsx';
import { CancelPurchase } from '../../components/cancel-purchase.tsx';
import { Failure } from '../../components/failure.tsx';
import { PurchaseStatus } from '../../components/purchase-status.tsx';
import { SeeTheGraphQL } from '../../components/see-the-graphql.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { usePoll } from '../../components/use-poll.ts';
import { useLastAnswer } from '../../graphql/use-last-answer.ts';
import { useHead } from '../../head/use-head.ts';
import { Timeline } from '../purchase/timeline.tsx';
import { type Sale, saleQuery } from './sale-query.ts';
import { SaleSummary } from './sale-summary.tsx';
import { ShipForm } from './ship-form.tsx';
import { usePageWords } from './words.ts';

const soonMilliseconds = 2_000;
const laterMilliseconds = 10_000;

/** How often to ask where a sale stands: often where it moves by itself or by the buyer, never when it is over. */
function pace(sale: Sale | null | undefined): number {
  if (sale?.status === 'AWAITING_PAYMENT' || sale?.status === 'PENDING') return soonMilliseconds;
  return sale?.status === 'PAID' || sale?.status === 'SHIPPED' ? laterMilliseconds : 0;
}

function SalePage({ id, reader }: { id: string; reader: Reader }) {
  const words = usePageWords();
  const query = saleQuery(id);
  const {
    part: sale,
    error,
    ask,
  } = useLastAnswer(query, ({ purchase }) => purchase, { requestPolicy: 'cache-and-network' });
  const look = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  usePoll(pace(sale), look);
  if (error) return <Failure error={error} retry={look} />;
  if (sale === undefined) return <Skeleton lines={8} />;
  const isOwn = sale?.seller?.id === reader.id;
  if (!sale || !(isOwn || reader.role === 'ADMIN'))
    return (
      <div className="form">
        <h1>{words.notFound}</h1>
        <p>{words.notFoundWhy}</p>
        <Link to="/sales">{words.toSales}</Link>
      </div>
    );
  const { status } = sale;
  const canCancel = isOwn && (status === 'PAID' || status === 'AWAITING_PAYMENT');
  return (
    <>
      <h1>{sale.lines.map(({ title }) => title).join(', ')}</h1>
      <div>
        <PurchaseStatus status={status} />
        <p role="status">{words.advice[status]}</p>
      </div>
      <div className="purchase">
        <div className="purchase-main">
          {isOwn && status === 'PAID' && <ShipForm sale={sale} done={look} />}
          {canCancel && <CancelPurchase purchase={sale} words={words} done={look} />}
          <Timeline history={sale.history} />
        </div>
        <SaleSummary sale={sale} />
      </div>
      <SeeTheGraphQL of={query} />
    </>
  );
}

/** What somebody bought from the reader: to be sent off, or called off. Administrators may look. */
export function Component() {
  const words = usePageWords();
  const { id = '' } = useParams();
  useHead({ title: words.title, isPrivate: true });
  return (
    <div className="selling-page">
      <ReaderOnly>{reader => <SalePage key={id} id={id} reader={reader} />}</ReaderOnly>
    </div>
  );
}
