import { instantOf } from '../../runtime/database-time.ts';
import { Purchase } from './purchase.ts';
import type { Store } from './store.ts';

/**
 * The purchase that this buyer made under this key, null when there is none, and the database's time: both by one
 * statement, since every purchase begins with it.
 */
export async function purchaseOfKey(
  { em }: Store,
  buyerId: string,
  idempotencyKey: string,
): Promise<{ known: Purchase | null; now: Date }> {
  const [row] = await em.execute<{ now: string; id: string | null }[]>(
    'SELECT NOW(3) AS now, (SELECT id FROM purchase WHERE buyer_id = ? AND idempotency_key = ?) AS id',
    [buyerId, idempotencyKey],
  );
  const known = row?.id && (await em.findOne(Purchase, { id: row.id }, { disableIdentityMap: true }));
  return { known: known || null, now: instantOf(row?.now ?? '') };
}
