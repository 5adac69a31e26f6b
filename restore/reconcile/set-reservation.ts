import type { EntityManager } from '@mikro-orm/mysql';
import { transaction } from '../../runtime/transaction.ts';
import { loadReservation, type StockReservation } from '../../subgraphs/catalog/stock-reservation.ts';
import { tellOfStock } from '../../subgraphs/catalog/tell-of-stock.ts';
import { Purchase } from '../../subgraphs/purchase/purchase.ts';
import { PurchaseLine } from '../../subgraphs/purchase/purchase-line.ts';
import { addMissingBook, returnCopies, takeCopies } from './book-copies.ts';
import type { RestoredStore } from './restored-store.ts';
import { holdsCopies } from './wanted-reservation.ts';

const events = {
  RESERVED: 'StockReserved',
  COMMITTED: 'StockCommitted',
  RELEASED: 'StockReleased',
} as const;

const refusals = [
  'NOT_FOUND',
  'OWN_BOOK',
  'BOOK_UNAVAILABLE',
  'PRICE_CHANGED',
  'OUT_OF_STOCK',
  'TOO_MANY_COPIES',
  'TOO_MANY_RESERVATIONS',
] as const;

interface Reservation {
  reservation: StockReservation;
  reservedUntil: Date | null;
}

/** The reservation that a purchase would have, of that status. What it does not know itself yet is as at present. */
async function reservationFor(
  { databases }: RestoredStore,
  purchaseId: string,
  status: StockReservation['status'],
  present: StockReservation | null,
): Promise<Reservation> {
  const em = databases.purchase.fork();
  const { buyerId, sellerId, refusalCode, reservedUntil } = await em.findOneOrFail(Purchase, {
    id: purchaseId,
  });
  const lines = await em.find(PurchaseLine, { purchaseId }, { orderBy: { bookId: 'asc' } });
  const bought = lines.flatMap(({ bookId, title, quantity, unitPrice }) =>
    title === null || unitPrice === null ? [] : [{ bookId, title, quantity, unitPrice }],
  );
  const reservation: StockReservation = {
    purchaseId,
    buyerId,
    sellerId: sellerId ?? present?.sellerId ?? null,
    status,
    refusal: null,
    lines: bought.length > 0 ? bought : (present?.lines ?? []),
  };
  const code = refusals.find(each => each === refusalCode) ?? 'BOOK_UNAVAILABLE';
  if (status === 'REFUSED')
    return { reservation: { ...reservation, refusal: { code, line: 0 }, lines: [] }, reservedUntil };
  return { reservation, reservedUntil };
}

async function remove(tx: EntityManager, { purchaseId, status, lines }: StockReservation): Promise<void> {
  if (holdsCopies(status)) for (const line of lines) await returnCopies(tx, line);
  await tx.execute('DELETE FROM stock_reservation_line WHERE purchase_id = ?', [purchaseId]);
  await tx.execute('DELETE FROM stock_reservation WHERE purchase_id = ?', [purchaseId]);
}

/** Gives a purchase the reservation of that status in catalog, whatever it has there now, with its copies. */
export async function setReservation(
  store: RestoredStore,
  purchaseId: string,
  status: StockReservation['status'] | 'none',
): Promise<void> {
  const catalog = store.databases.catalog.fork();
  const present = await loadReservation(catalog, purchaseId);
  const wanted = status === 'none' ? undefined : await reservationFor(store, purchaseId, status, present);
  await transaction(catalog, async tx => {
    if (present) await remove(tx, present);
    // Lines of no reservation hold nothing.
    else await tx.execute('DELETE FROM stock_reservation_line WHERE purchase_id = ?', [purchaseId]);
    if (!wanted) {
      if (present && holdsCopies(present.status)) await tellOfStock(tx, 'StockReleased', present);
      return;
    }
    const { reservation, reservedUntil } = wanted;
    await insert(tx, reservation, reservedUntil);
    if (holdsCopies(reservation.status)) {
      for (const line of reservation.lines) {
        await addMissingBook(tx, line, reservation.sellerId);
        await takeCopies(tx, line);
      }
    }
    if (reservation.status !== 'REFUSED' && reservation.status !== present?.status)
      await tellOfStock(tx, events[reservation.status], reservation);
  });
}

async function insert(
  tx: EntityManager,
  { purchaseId, buyerId, sellerId, status, refusal, lines }: StockReservation,
  reservedUntil: Date | null,
): Promise<void> {
  await tx.execute(
    `INSERT INTO stock_reservation
       (purchase_id, buyer_id, seller_id, status, refusal_code, refusal_line, reserved_until, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, NOW(3), NOW(3))`,
    [purchaseId, buyerId, sellerId, status, refusal?.code ?? null, refusal?.line ?? null, reservedUntil],
  );
  for (const { bookId, title, quantity, unitPrice } of lines)
    await tx.execute(
      `INSERT INTO stock_reservation_line (purchase_id, book_id, buyer_id, title, quantity, unit_price)
       VALUES (?, ?, ?, ?, ?, ?)`,
      [purchaseId, bookId, buyerId, title, quantity, unitPrice],
    );
}
