import type { EntityManager } from '@mikro-orm/mysql';
import type { Deletion } from '../../../runtime/erasure/claim-deletion.ts';
import { step } from '../../../runtime/failpoint.ts';
import { purchasesThatAreOver } from './purchases-that-are-over.ts';

// The country stays: it says what the delivery cost, and who could carry it.
const eraseAddresses = `UPDATE delivery SET recipient = '', line1 = '', line2 = NULL, city = '', region = NULL,
  postal_code = NULL, tracking_number = NULL WHERE purchase_id IN (?)`;

const eraseCards = 'UPDATE payment SET token = NULL WHERE purchase_id IN (?) AND token IS NOT NULL';

/** The buyer's own words, and by what a carrier knows where the parcel went. */
const eraseNotes = `UPDATE purchase_event
  SET note = IF(note LIKE 'Called off by the buyer:%', 'Called off by the buyer', NULL)
  WHERE purchase_id IN (?) AND (note LIKE 'Called off by the buyer:%' OR note LIKE 'Tracking number %')`;

// Clients choose keys, and the hash of a request is made of the address too.
const forgetRequests = [
  "UPDATE purchase SET idempotency_key = id, request_hash = REPEAT('0', 64) WHERE id IN (?)",
  "UPDATE payment SET idempotency_key = id, request_hash = REPEAT('0', 64) WHERE purchase_id IN (?)",
];

/**
 * Erases who bought: addresses, cards, words. Keys under which something could be asked again go when nobody can ask any
 * more. Each statement may run again.
 */
export async function eraseBought(
  em: EntityManager,
  { userId, areTokensOver }: Deletion,
  goOn: () => Promise<void>,
): Promise<void> {
  const statements = [eraseAddresses, eraseCards, eraseNotes, ...(areTokensOver ? forgetRequests : [])];
  for await (const ids of purchasesThatAreOver(em, 'buyer_id', userId)) {
    await goOn();
    for (const statement of statements)
      await step('erase.after-statement', () => em.execute(statement, [ids], 'run'));
  }
}
