import type { EntityManager } from '@mikro-orm/mysql';
import { purchasesThatAreOver } from './purchases-that-are-over.ts';

/** The seller's own words. A tracking number stays: it is the buyer's, to whom the parcel goes. */
const eraseNotes = `UPDATE purchase_event SET note = 'Called off by the seller'
  WHERE purchase_id IN (?) AND note LIKE 'Called off by the seller:%'`;

/** Erases what a seller wrote about sales. May run again. */
export async function eraseSold(em: EntityManager, userId: string, goOn: () => Promise<void>): Promise<void> {
  for await (const ids of purchasesThatAreOver(em, 'seller_id', userId)) {
    await goOn();
    await em.execute(eraseNotes, [ids], 'run');
  }
}
