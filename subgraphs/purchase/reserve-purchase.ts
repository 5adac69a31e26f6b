import { failpoint } from '../../runtime/failpoint.ts';
import { toMinorUnits, toMoney } from '../../runtime/money.ts';
import { transaction } from '../../runtime/transaction.ts';
import { lockPurchase } from './lock-purchase.ts';
import { movePurchase } from './move-purchase.ts';
import type { Purchase } from './purchase.ts';
import { PurchaseLine } from './purchase-line.ts';
import type { Reservation } from './stock.ts';
import type { Store } from './store.ts';

/**
 * Reserves a PENDING purchase's copies in catalog and writes down what came of it: AWAITING_PAYMENT with titles
 * and prices, or REJECTED. Can be called again by anyone: catalog gives the same answer, and one of them writes.
 */
export async function reservePurchase(store: Store, pending: Purchase): Promise<Purchase> {
  const { id, buyerId, reservedUntil } = pending;
  if (pending.status !== 'PENDING' || !reservedUntil) return pending;
  const lines = await store.em.find(PurchaseLine, { purchaseId: id }, { disableIdentityMap: true });
  const reservation = await store.stock.reserve({
    purchaseId: id,
    buyerId,
    reservedUntil,
    lines: lines.map(({ bookId, quantity, expectedUnitPrice }) => ({
      bookId,
      quantity,
      expectedUnitPrice: expectedUnitPrice ? toMoney(expectedUnitPrice, store.currency).amount : null,
    })),
  });
  await failpoint('purchase-book.after-reserve');
  return transaction(store.em, async tx => {
    const locked = await lockPurchase(tx, id);
    if (!locked) throw new Error(`Purchase ${id} is gone.`);
    const { purchase, now } = locked;
    if (purchase.status !== 'PENDING') return purchase;
    const ownLines = await tx.find(PurchaseLine, { purchaseId: id });
    const isComplete = takeSnapshot(store, ownLines, reservation);
    if (isComplete)
      purchase.subtotal = ownLines.reduce((sum, line) => sum + line.quantity * (line.unitPrice ?? 0), 0);
    if (isComplete && reservation.reservation?.sellerId !== buyerId) {
      purchase.sellerId = reservation.reservation?.sellerId ?? null;
    }
    const [refusal] = reservation.userErrors;
    if (refusal) {
      purchase.refusalCode = refusal.code;
      purchase.refusalMessage = refusal.message;
      purchase.dueAt = null;
      movePurchase(tx, purchase, 'REJECTED', now, refusal.message);
    } else {
      if (!isComplete) throw new Error(`Catalog reserved for ${id} without telling titles and prices.`);
      purchase.dueAt = purchase.reservedUntil;
      movePurchase(tx, purchase, 'AWAITING_PAYMENT', now);
    }
    return purchase;
  });
}

/** Copies titles and prices into the lines; false when catalog does not know them all. */
function takeSnapshot(store: Store, lines: PurchaseLine[], { reservation }: Reservation): boolean {
  const answers = new Map(reservation?.lines.map(line => [line.bookId, line]));
  for (const line of lines) {
    const answer = answers.get(line.bookId);
    if (!answer) return false;
    line.title = answer.title;
    line.unitPrice = toMinorUnits(answer.unitPrice.amount, store.currency) ?? null;
  }
  return true;
}
