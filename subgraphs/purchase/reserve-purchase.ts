import type { EntityManager } from '@mikro-orm/mysql';
import { failpoint, step } from '../../runtime/failpoint.ts';
import { toMinorUnits, toMoney } from '../../runtime/money.ts';
import { transaction } from '../../runtime/transaction.ts';
import { lockPurchase } from './lock-purchase.ts';
import { movePurchase } from './move-purchase.ts';
import type { Purchase } from './purchase.ts';
import { PurchaseLine, type RequestedLine } from './purchase-line.ts';
import type { Reservation } from './stock.ts';
import type { Store } from './store.ts';

/**
 * Reserves a PENDING purchase's lines in catalog and writes down what came of it: AWAITING_PAYMENT with titles
 * and prices, or REJECTED. Can be called again by anyone: catalog gives the same answer, and one of them writes.
 */
export async function reservePurchase(
  store: Store,
  pending: Purchase,
  lines: readonly RequestedLine[],
): Promise<Purchase> {
  const { id, buyerId, reservedUntil } = pending;
  if (pending.status !== 'PENDING' || !reservedUntil) return pending;
  const answer = await step('purchase-book.after-reserve', () =>
    store.stock.reserve({
      purchaseId: id,
      buyerId,
      reservedUntil,
      lines: lines.map(({ bookId, quantity, expectedUnitPrice }) => ({
        bookId,
        quantity,
        expectedUnitPrice: expectedUnitPrice ? toMoney(expectedUnitPrice, store.currency).amount : null,
      })),
    }),
  );
  const snapshot = snapshotOf(store, lines, answer);
  const [refusal] = answer.userErrors;
  if (!refusal && !snapshot)
    throw new Error(`Catalog reserved for ${id} without telling seller, titles and prices.`);
  return transaction(store.em, async tx => {
    const locked = await lockPurchase(tx, id);
    if (!locked) throw new Error(`Purchase ${id} is gone.`);
    const { purchase, now } = locked;
    if (purchase.status !== 'PENDING') return purchase;
    if (snapshot) await writeSnapshot(tx, purchase, snapshot);
    if (refusal) {
      purchase.refusalCode = refusal.code;
      purchase.refusalMessage = refusal.message;
      purchase.dueAt = null;
      await movePurchase(tx, purchase, 'REJECTED', now, refusal.message);
    } else {
      purchase.dueAt = purchase.reservedUntil;
      await movePurchase(tx, purchase, 'AWAITING_PAYMENT', now);
    }
    await failpoint('purchase-book.before-write');
    return purchase;
  });
}

interface Snapshot {
  sellerId: string;
  /** Unit prices are in minor units. */
  lines: { bookId: string; quantity: number; title: string; unitPrice: number }[];
}

/** Who sells the lines, with titles and prices; undefined when catalog does not know them all. */
function snapshotOf(
  { currency }: Store,
  lines: readonly RequestedLine[],
  { reservation }: Reservation,
): Snapshot | undefined {
  const told = new Map(reservation?.lines.map(line => [line.bookId, line]));
  const known = lines.flatMap(({ bookId, quantity }) => {
    const line = told.get(bookId);
    const unitPrice = line && toMinorUnits(line.unitPrice.amount, currency);
    return line && unitPrice !== undefined ? [{ bookId, quantity, title: line.title, unitPrice }] : [];
  });
  if (!reservation?.sellerId || known.length < lines.length) return undefined;
  return { sellerId: reservation.sellerId, lines: known };
}

async function writeSnapshot(tx: EntityManager, purchase: Purchase, snapshot: Snapshot): Promise<void> {
  const { sellerId, lines } = snapshot;
  for (const { bookId, title, unitPrice } of lines)
    await tx.nativeUpdate(PurchaseLine, { purchaseId: purchase.id, bookId }, { title, unitPrice });
  purchase.subtotal = lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
  // Nobody buys of oneself: such a purchase was refused, and has no seller.
  purchase.sellerId = sellerId === purchase.buyerId ? null : sellerId;
}
