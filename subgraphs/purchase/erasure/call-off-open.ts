import type { EntityManager } from '@mikro-orm/mysql';
import { failpoint, step } from '../../../runtime/failpoint.ts';
import { transaction } from '../../../runtime/transaction.ts';
import { callOff } from '../call-off.ts';
import { isBeingPaid } from '../is-being-paid.ts';
import { lockPurchase } from '../lock-purchase.ts';

const atOnce = 100;

const open = (side: string) => `SELECT id FROM purchase
  WHERE ${side} = ? AND status IN ('PENDING', 'AWAITING_PAYMENT', 'PAID') AND id > ?`;

/** Calls a purchase off, unless its reservation or its payment is under way: whether it is over then. */
const callOffOne = (em: EntityManager, id: string, userId: string): Promise<boolean> =>
  transaction(em, async tx => {
    const locked = await lockPurchase(tx, id);
    if (!locked) return true;
    const { purchase, now } = locked;
    if (purchase.status === 'PENDING') return false;
    if (purchase.status !== 'AWAITING_PAYMENT' && purchase.status !== 'PAID') return true;
    if (await isBeingPaid(tx, purchase.paymentId)) return false;
    const side = purchase.buyerId === userId ? 'buyer' : 'seller';
    await callOff(tx, purchase, now, `Called off: the ${side} has left the store.`);
    await failpoint('erase.before-call-off');
    return true;
  });

/**
 * Calls off what a user has open, as buyer and as seller: what awaits its payment, and what was paid in the moment in which
 * the account was deleted. What is on its way goes on. Answers whether all is over.
 */
export async function callOffOpen(
  em: EntityManager,
  userId: string,
  goOn: () => Promise<void>,
): Promise<boolean> {
  let isAllOver = true;
  for (let after = ''; ; ) {
    await goOn();
    const rows = await em.execute<{ id: string }[]>(
      `${open('buyer_id')} UNION ${open('seller_id')} ORDER BY id LIMIT ?`,
      [userId, after, userId, after, atOnce],
    );
    for (const { id } of rows) {
      const isOver = await step('erase.after-call-off', () => callOffOne(em, id, userId));
      isAllOver &&= isOver;
    }
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) return isAllOver;
    after = last.id;
  }
}
