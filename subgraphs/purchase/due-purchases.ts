import type { EntityManager } from '@mikro-orm/mysql';
import { claimDue } from '../../runtime/claim-due.ts';
import { failpoint, step } from '../../runtime/failpoint.ts';
import type { Store } from './store.ts';

const batchSize = 20;

/**
 * Claims purchases that are due for this worker, the longest due first, and answers their ids. Several workers
 * can claim at once (SKIP LOCKED); a purchase that is claimed goes to nobody else for
 * RECOVERY_SECONDS; if its worker dies, another one takes it then. A claim needs no owner, since it keeps nobody from harm, but
 * from doing the same twice: who wakes after it was over asks others under the same ids, who act once, and writes down under
 * the purchase's lock only what follows from how that stands now.
 */
export async function claimDuePurchases(store: Store): Promise<string[]> {
  const claim = async (tx: EntityManager) => {
    const rows = await tx.execute<{ id: string }[]>(
      'SELECT id FROM purchase WHERE due_at <= NOW(3) ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED',
      [batchSize],
    );
    const ids = rows.map(row => row.id);
    if (ids.length > 0) {
      await tx.execute('UPDATE purchase SET due_at = NOW(3) + INTERVAL ? SECOND WHERE id IN (?)', [
        store.settings.RECOVERY_SECONDS,
        ids,
      ]);
    }
    if (ids.length > 0) await failpoint('claim-due.before-claim');
    return ids;
  };
  return (await step('claim-due.after-claim', () => claimDue(store.em, 'purchase', claim))) ?? [];
}
