import '../buy/buy.css';
import './purchase.css';
import '../../forms/form.css';
import { useEffect } from 'react';
import { Link, Navigate, useParams } from 'react-router';
import type { Reader } from '../../account/reader.ts';
import { ReaderOnly } from '../../account/reader-only.tsx';
import { CancelPurchase } from '../../components/cancel-purchase.tsx';
import { Failure } from '../../components/failure.tsx';
import { Notice } from '../../components/notice.tsx';
import { SeeTheGraphQL } from '../../components/see-the-graphql.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Steps } from '../../components/steps.tsx';
import { useHead } from '../../head/use-head.ts';
import { endIntention } from '../../once/intention.ts';
import { useActionWords } from './action-words.ts';
import { useBuyingSteps } from './buying-steps.ts';
import { ConfirmDelivery } from './confirm-delivery.tsx';
import { Outcome } from './outcome.tsx';
import { paymentOf } from './payment-step.tsx';
import { Summary } from './summary.tsx';
import { Timeline } from './timeline.tsx';
import { stepOf, Unpaid } from './unpaid.tsx';
import { type PagePurchase, purchaseQuery, usePurchase } from './use-purchase.ts';
import { usePageWords } from './words.ts';

const overForNothing = new Set<string>(['REJECTED', 'EXPIRED', 'CANCELLED']);

function Sheet({ purchase, look }: { purchase: PagePurchase; look: () => void }) {
  const words = usePageWords();
  const actionWords = useActionWords();
  const steps = useBuyingSteps();
  const { id, status, lines, history } = purchase;
  useEffect(() => {
    if (status !== 'AWAITING_PAYMENT') endIntention(paymentOf(id));
  }, [id, status]);
  const isOver = overForNothing.has(status);
  const cancel = <CancelPurchase purchase={purchase} words={actionWords} done={look} />;
  const book = lines[0]?.book;
  return (
    <>
      {!isOver && <Steps {...steps} now={stepOf(purchase)} />}
      <Outcome purchase={purchase} />
      <div className="purchase">
        <div className="purchase-main">
          {status === 'AWAITING_PAYMENT' && <Unpaid purchase={purchase} look={look} cancel={cancel} />}
          {status === 'SHIPPED' && <ConfirmDelivery purchaseId={id} done={look} />}
          {isOver && (
            <Link className="button" to={book ? `/books/${book.id}` : '/books'}>
              {book ? words.buyAgain : words.lookElsewhere}
            </Link>
          )}
          {status === 'PAID' && cancel}
          <Timeline history={history} />
        </div>
        <Summary purchase={purchase} />
      </div>
      <SeeTheGraphQL of={purchaseQuery(id)} />
    </>
  );
}

function Purchase({ id, reader }: { id: string; reader: Reader }) {
  const words = usePageWords();
  const { purchase, error, look } = usePurchase(id);
  if (error) return <Failure error={error} retry={look} />;
  if (purchase === undefined) return <Skeleton lines={8} />;
  if (purchase === null)
    return (
      <Notice title={words.notFound}>
        <p>{words.notFoundWhy}</p>
        <Link to="/purchases">{words.toPurchases}</Link>
      </Notice>
    );
  if (purchase.seller?.id === reader.id) return <Navigate replace to={`/sales/${id}`} />;
  return <Sheet purchase={purchase} look={look} />;
}

/** One purchase of the reader's: its delivery and payment while it awaits them, then what becomes of it. */
export function Component() {
  const words = usePageWords();
  const { id = '' } = useParams();
  useHead({ title: words.title, isPrivate: true });
  return (
    <div className="buying">
      {<ReaderOnly>{reader => <Purchase key={id} id={id} reader={reader} />}</ReaderOnly>}
    </div>
  );
}
