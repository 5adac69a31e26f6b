import { chargeTopic } from '../../invariants/charge-topic.ts';
import { chargesOfPayments } from '../../invariants/payment-provider-record.ts';
import { transaction } from '../../runtime/transaction.ts';
import { cancelDelivery } from '../../subgraphs/purchase/cancel-delivery.ts';
import { lockPurchase } from '../../subgraphs/purchase/lock-purchase.ts';
import { movePurchase } from '../../subgraphs/purchase/move-purchase.ts';
import { Payment } from '../../subgraphs/purchase/payment.ts';
import { SimulatedPaymentProvider } from '../../subgraphs/purchase/payment-provider/simulated-payment-provider.ts';
import type { RestoredStore } from './restored-store.ts';
import { suspects } from './suspects.ts';

interface Charge {
  id: string;
  status: string;
  amount: number;
}

const readCharges = ({ read }: RestoredStore, ids: readonly string[]): Promise<Charge[]> =>
  read<Charge>('purchase', chargesOfPayments, [ids]);

/**
 * The provider has a charge that no payment of ours knows: its buyer paid after the point in time. What it holds is let
 * go, what it took is given back, and that is noted.
 */
async function giveBack(store: RestoredStore, { id, status }: Charge): Promise<void> {
  const em = store.databases.purchase.fork();
  const provider = new SimulatedPaymentProvider(em);
  if (status === 'AUTHORIZED') await provider.void(id);
  if (status === 'CAPTURED') await provider.refund(id);
  const [charge] = await readCharges(store, [id]);
  await em.execute(
    `INSERT INTO charge_given_back (charge_id, amount, status, found_at) VALUES (?, ?, ?, NOW(3))
     ON DUPLICATE KEY UPDATE status = ?`,
    [id, charge?.amount, charge?.status, charge?.status],
  );
}

/**
 * A payment is not where its charge is, because the provider's books went on after the point in time. What the provider
 * gave back is not taken again: a purchase that was paid by it is called off, one that was being paid runs out. Money
 * that was taken in the meantime pays for what it was taken for: the worker goes on from the payment that is authorised.
 */
const follow = ({ databases }: RestoredStore, { id, status }: Charge): Promise<void> =>
  transaction(databases.purchase.fork(), async tx => {
    const payment = await tx.findOneOrFail(Payment, { id });
    const locked = await lockPurchase(tx, payment.purchaseId);
    if (!locked) throw new Error(`Purchase ${payment.purchaseId} is gone.`);
    const { purchase, now } = locked;
    const isOver = status === 'VOIDED' || status === 'REFUNDED';
    if (isOver && payment.isOpen() && purchase.status === 'AWAITING_PAYMENT') {
      const note = 'Its payment was undone before the store was restored.';
      await movePurchase(tx, purchase, 'EXPIRED', now, note);
    } else if (status === 'REFUNDED' && payment.status === 'CAPTURED' && purchase.status === 'PAID') {
      const note = 'It was called off before the store was restored.';
      await movePurchase(tx, purchase, 'CANCELLED', now, note);
    } else {
      if (status === 'CAPTURED' && payment.status === 'PENDING') payment.status = 'AUTHORIZED';
      return;
    }
    payment.status = status;
    purchase.releaseDue = true;
    purchase.dueAt = now;
    await cancelDelivery(tx, purchase.id);
  });

/** Brings payments into agreement with the provider's books, which were not restored. Answers how many of each. */
export async function reconcileCharges(
  store: RestoredStore,
): Promise<{ givenBack: number; followed: number }> {
  const count = { givenBack: 0, followed: 0 };
  for await (const ids of suspects(store.read, chargeTopic.scans)) {
    const payments = await store.read<{ id: string; status: string }>(
      'purchase',
      'SELECT id, status FROM payment WHERE id IN (?)',
      [ids],
    );
    const known = new Map(payments.map(({ id, status }) => [id, status]));
    for (const charge of await readCharges(store, ids)) {
      const status = known.get(charge.id);
      if (status === charge.status) continue;
      if (status === undefined) {
        await giveBack(store, charge);
        count.givenBack += 1;
      } else {
        await follow(store, charge);
        count.followed += 1;
      }
    }
  }
  return count;
}
