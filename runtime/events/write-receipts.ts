import type { EntityManager } from '@mikro-orm/mysql';
import type { Receipt } from './event-transport.ts';

/** The longest pause between two attempts to deliver an event: a listener that is back hears of it soon. */
const longestPauseSeconds = 5;

/**
 * Writes down what became of the events that `owner` claimed. What another has claimed since, because this one slept through
 * its lease, stays as it is: that one tells.
 */
export async function writeReceipts(
  em: EntityManager,
  owner: string,
  receipts: readonly Receipt[],
): Promise<void> {
  const complete = receipts.filter(receipt => receipt.complete).map(({ eventId }) => eventId);
  if (complete.length > 0) {
    await em.execute(
      'UPDATE outbox_event SET due_at = NULL, delivered_at = NOW(3) WHERE id IN (?) AND owner = ? AND due_at IS NOT NULL',
      [complete, owner],
      'run',
    );
  }
  for (const { eventId, deliveredTo } of receipts.filter(receipt => !receipt.complete)) {
    await em.execute(
      `UPDATE outbox_event SET delivered_to = ?, attempts = attempts + 1,
         due_at = NOW(3) + INTERVAL LEAST(?, POW(2, LEAST(attempts, 10)) / 4) SECOND
       WHERE id = ? AND owner = ? AND due_at IS NOT NULL`,
      [deliveredTo.join(','), longestPauseSeconds, eventId, owner],
      'run',
    );
  }
}
