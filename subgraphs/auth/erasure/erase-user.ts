import type { EntityManager } from '@mikro-orm/mysql';
import type { Deletion } from '../../../runtime/erasure/claim-deletion.ts';
import { inBatches } from '../../../runtime/erasure/in-batches.ts';

/** Names that were told to others: the events stay, since those about one user are numbered. */
const forgetNames =
  "UPDATE outbox_event SET body = JSON_SET(body, '$.name', '') WHERE stream = 'user' AND subject = ?";

/**
 * Erases what auth holds on a user whose account was deleted. Sessions stay, without what tells the device, until the last of
 * their tokens has ended: others ask which ones ended early. The user's row goes with them.
 */
export async function eraseUser(em: EntityManager, { userId, areTokensOver }: Deletion): Promise<boolean> {
  await inBatches(em, 'DELETE FROM notification WHERE user_id = ? LIMIT ?', [userId]);
  await inBatches(em, 'DELETE FROM one_time_token WHERE user_id = ? LIMIT ?', [userId]);
  await inBatches(
    em,
    'UPDATE session SET user_agent = NULL WHERE user_id = ? AND user_agent IS NOT NULL LIMIT ?',
    [userId],
  );
  await em.execute(forgetNames, [userId], 'run');
  if (!areTokensOver) return true;
  // Refresh tokens go with their sessions.
  await inBatches(em, 'DELETE FROM session WHERE user_id = ? LIMIT ?', [userId]);
  await em.execute('DELETE FROM `user` WHERE id = ? AND deleted_at IS NOT NULL', [userId], 'run');
  return true;
}
