import { isId } from '../../runtime/ids.ts';
import type { Store } from './store.ts';

const open = `(p.status IN ('PAID', 'SHIPPED')
  OR p.status = 'AWAITING_PAYMENT' AND y.status IN ('PENDING', 'AUTHORIZED'))`;

/** How many purchases of a user are paid, or being paid, and not finished: as their buyer, and as their seller. */
export async function countUnfinished({ em }: Store, userId: string) {
  if (!isId(userId)) return { bought: 0, sold: 0 };
  const count = (side: string, statuses: string) => `(SELECT COUNT(*) FROM purchase p
    LEFT JOIN payment y ON y.id = p.payment_id
    WHERE p.${side} = ? AND p.status IN (${statuses}) AND ${open})`;
  const [row] = await em.execute<{ bought: number | string; sold: number | string }[]>(
    `SELECT ${count('buyer_id', "'AWAITING_PAYMENT', 'PAID', 'SHIPPED'")} AS bought,
       ${count('seller_id', "'AWAITING_PAYMENT', 'PAID'")} AS sold`,
    [userId, userId],
  );
  return { bought: Number(row?.bought), sold: Number(row?.sold) };
}
