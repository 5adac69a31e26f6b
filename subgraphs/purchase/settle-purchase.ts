import { takeAsDelivered } from './complete-delivery.ts';
import { expirePurchase } from './expire-purchase.ts';
import { giveBack } from './give-back.ts';
import { loadPayment } from './payment-steps.ts';
import { Purchase } from './purchase.ts';
import { PurchaseLine } from './purchase-line.ts';
import { reservePurchase } from './reserve-purchase.ts';
import { settlePayment } from './settle-payment.ts';
import type { Store } from './store.ts';

const linesOf = ({ em }: Store, purchaseId: string) =>
  em.find(PurchaseLine, { purchaseId }, { disableIdentityMap: true });

/**
 * Finishes or undoes whatever is left to do by itself on a purchase: its reservation, its payment, its expiry,
 * what it must give back, its unattended delivery. Recovery is calling the same step again. A purchase that is
 * PAID by now, although it was due a moment ago, is left as it is.
 */
export async function settlePurchase(store: Store, id: string): Promise<void> {
  const purchase = await store.em.findOneOrFail(Purchase, { id }, { disableIdentityMap: true });
  switch (purchase.status) {
    case 'PENDING':
      await reservePurchase(store, purchase, await linesOf(store, id));
      break;
    case 'AWAITING_PAYMENT':
      if (purchase.paymentId) await settlePayment(store, await loadPayment(store.em, purchase.paymentId));
      await expirePurchase(store, id);
      break;
    case 'SHIPPED':
      await takeAsDelivered(store, id);
      break;
    case 'CANCELLED':
    case 'EXPIRED':
      await giveBack(store, id);
  }
}
