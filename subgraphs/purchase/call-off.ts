import type { EntityManager } from '@mikro-orm/mysql';
import { cancelDelivery } from './cancel-delivery.ts';
import { movePurchase } from './move-purchase.ts';
import type { Purchase } from './purchase.ts';

/** Calls a purchase off whose row the transaction has locked. giveBack, or the worker, gives copies and money back then. */
export async function callOff(tx: EntityManager, purchase: Purchase, now: Date, note: string): Promise<void> {
  await movePurchase(tx, purchase, 'CANCELLED', now, note);
  purchase.releaseDue = true;
  purchase.dueAt = now;
  await cancelDelivery(tx, purchase.id);
}
