import type { EntityManager } from '@mikro-orm/mysql';
import { appendEntries } from '../../runtime/audit/append-entries.ts';
import { failpoint } from '../../runtime/failpoint.ts';
import { transaction } from '../../runtime/transaction.ts';
import { cancelDelivery } from './cancel-delivery.ts';
import { lockPurchase } from './lock-purchase.ts';
import { movePurchase } from './move-purchase.ts';
import { Payment } from './payment.ts';
import { Purchase } from './purchase.ts';
import type { PaymentStatus } from './resolvers.generated.ts';
import type { Store } from './store.ts';
import { workerTakesOverAt } from './worker-takes-over.ts';

export interface Settled {
  payment: Payment;
  purchase: Purchase;
}

/** A payment and its purchase as they stand now. */
export async function loadPayment(em: EntityManager, paymentId: string): Promise<Settled> {
  const find = () => em.findOneOrFail(Payment, { id: paymentId }, { disableIdentityMap: true });
  const payment = await find();
  const purchase = await em.findOneOrFail(Purchase, { id: payment.purchaseId }, { disableIdentityMap: true });
  // While a payment is open its purchase awaits it: this one was settled between the two reads.
  const isTorn = payment.isOpen() && purchase.status !== 'AWAITING_PAYMENT';
  return { payment: isTorn ? await find() : payment, purchase };
}

/** A payment, whatever has become of it meanwhile. */
type Known = Pick<Payment, 'id' | 'purchaseId'>;

/** Writes down a step of a payment under its purchase's lock, unless somebody wrote it before; answers both as they are then. */
async function step(
  em: EntityManager,
  { id, purchaseId }: Known,
  from: PaymentStatus,
  write: (settled: Settled, now: Date, tx: EntityManager) => Promise<void>,
): Promise<Settled> {
  return transaction(em, async tx => {
    const locked = await lockPurchase(tx, purchaseId);
    if (!locked) throw new Error(`Purchase ${purchaseId} is gone.`);
    const current = await tx.findOneOrFail(Payment, { id });
    if (current.status === from) await write({ payment: current, purchase: locked.purchase }, locked.now, tx);
    await failpoint('pay-purchase.before-write');
    return { payment: current, purchase: locked.purchase };
  });
}

/** The provider holds the money. */
export const writeAuthorized = (store: Store, known: Known): Promise<Settled> =>
  step(store.em, known, 'PENDING', async ({ payment, purchase }, now, tx) => {
    await appendEntries(tx, [{ action: 'PaymentAuthorized', subjectId: payment.id }]);
    payment.status = 'AUTHORIZED';
    purchase.dueAt = workerTakesOverAt(store, now);
  });

/** The provider refused; the purchase can be paid in another way until its reservation runs out. */
export const writeDeclined = (em: EntityManager, known: Known, reason: string): Promise<Settled> =>
  step(em, known, 'PENDING', async ({ payment, purchase }, now, tx) => {
    await appendEntries(tx, [{ action: 'PaymentDeclined', subjectId: payment.id }]);
    payment.status = 'DECLINED';
    payment.declineReason = reason;
    purchase.dueAt = purchase.reservedUntil;
    purchase.updatedAt = now;
  });

/** The copies are sold and the money is taken: the purchase is paid. */
export const writeCaptured = (em: EntityManager, known: Known): Promise<Settled> =>
  step(em, known, 'AUTHORIZED', async ({ payment, purchase }, now, tx) => {
    payment.status = 'CAPTURED';
    payment.capturedAt = now;
    purchase.dueAt = null;
    await movePurchase(tx, purchase, 'PAID', now);
  });

/** Catalog no longer keeps the copies: the hold is let go, and the purchase has run out. */
export const writeVoided = (em: EntityManager, known: Known): Promise<Settled> =>
  step(em, known, 'AUTHORIZED', async ({ payment, purchase }, now, tx) => {
    payment.status = 'VOIDED';
    purchase.dueAt = null;
    await movePurchase(
      tx,
      purchase,
      'EXPIRED',
      now,
      'Its copies were no longer reserved; nothing was charged.',
    );
    await cancelDelivery(tx, purchase.id);
  });
