import type { EntityManager } from '@mikro-orm/mysql';
import { Payment } from './payment.ts';

/** Whether a payment is under way, so that nothing else may end the purchase. */
export async function isBeingPaid(tx: EntityManager, paymentId: string | null): Promise<boolean> {
  if (!paymentId) return false;
  const payment = await tx.findOneOrFail(Payment, { id: paymentId });
  return payment.isOpen();
}
