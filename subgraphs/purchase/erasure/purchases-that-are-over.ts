import type { EntityManager } from '@mikro-orm/mysql';

const atOnce = 200;

/**
 * The ids of a user's purchases that need no address and no card any more, some at a time: what was sent is on its way, what
 * was not ended.
 */
export async function* purchasesThatAreOver(
  em: EntityManager,
  side: 'buyer_id' | 'seller_id',
  userId: string,
): AsyncGenerator<string[]> {
  for (let after = ''; ; ) {
    const rows = await em.execute<{ id: string }[]>(
      `SELECT id FROM purchase
       WHERE ${side} = ? AND id > ? AND status NOT IN ('PENDING', 'AWAITING_PAYMENT', 'PAID') ORDER BY id LIMIT ?`,
      [userId, after, atOnce],
    );
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ id }) => id);
    after = last.id;
  }
}
