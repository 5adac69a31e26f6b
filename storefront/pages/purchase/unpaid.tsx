import { type ReactNode, useState } from 'react';
import { DeliveryStep } from './delivery-step.tsx';
import { PaymentStep } from './payment-step.tsx';
import { usePaymentWords } from './payment-words.ts';
import { isBeingPaid, type PagePurchase } from './use-purchase.ts';
import { usePageWords } from './words.ts';

/** The place of a purchase among the steps of buying. */
export function stepOf(purchase: PagePurchase): number {
  if (purchase.status !== 'AWAITING_PAYMENT') return purchase.status === 'PENDING' ? 0 : 4;
  return purchase.delivery ? 2 : 1;
}

/** What a purchase that awaits payment needs: a delivery, then a payment, then patience; and `cancel`, the way out. */
export function Unpaid({
  purchase,
  look,
  cancel,
}: {
  purchase: PagePurchase;
  look: () => void;
  cancel: ReactNode;
}) {
  const words = usePageWords();
  const paymentWords = usePaymentWords();
  const [isChanging, setChanging] = useState(false);
  if (isBeingPaid(purchase))
    return (
      <p role="status" className="purchase-settling">
        {paymentWords.settling}
      </p>
    );
  if (!purchase.delivery || isChanging) {
    const done = () => {
      setChanging(false);
      look();
    };
    return (
      <>
        <DeliveryStep purchase={purchase} done={done} />
        {cancel}
      </>
    );
  }
  return (
    <>
      <PaymentStep purchase={purchase} answered={look} />
      <div className="form-actions">
        <button type="button" className="quiet-button" onClick={() => setChanging(true)}>
          {words.change}
        </button>
        {cancel}
      </div>
    </>
  );
}
