import type { EntityManager } from '@mikro-orm/mysql';
import { Delivery } from './delivery.ts';

/** The purchase's delivery, if it has one, is called off. */
export async function cancelDelivery(tx: EntityManager, purchaseId: string): Promise<void> {
  const delivery = await tx.findOne(Delivery, { purchaseId });
  if (delivery) delivery.status = 'CANCELLED';
}
