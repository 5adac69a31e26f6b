import type { Connection, RowDataPacket } from 'mysql2/promise';
import { newId } from '../../../runtime/ids.ts';
import { insertRows } from '../../../seed/synthetic/insert-rows.ts';
import { type Bought, type BoughtBook, catalogRows, purchaseRows } from './purchase-rows.ts';

const rowsAtOnce = 1_000;
/** Books of which one was bought at least. */
const booksBought = 10_000;
// Has no divisor in common with round numbers: it visits all of them.
const stride = 7_919;

async function booksToBuy(catalog: Connection): Promise<BoughtBook[]> {
  const [rows] = await catalog.query<RowDataPacket[]>(
    'SELECT id, seller_id, title, price FROM book ORDER BY id LIMIT ?',
    [booksBought],
  );
  return rows.map(({ id, seller_id, title, price }) => ({
    id: String(id),
    sellerId: String(seller_id),
    title: String(title),
    price: Number(price),
  }));
}

async function insertAll(
  connection: Connection,
  tables: Record<string, Record<string, unknown>[]>,
): Promise<void> {
  await connection.beginTransaction();
  for (const [table, rows] of Object.entries(tables)) await insertRows(connection, table, rows);
  await connection.commit();
}

/** Writes purchases that were made long ago and have arrived, with all that the store keeps of one. */
export async function fillPurchases(
  { catalog, purchase }: { catalog: Connection; purchase: Connection },
  { buyers, purchases }: { buyers: readonly string[]; purchases: number },
): Promise<void> {
  const books = await booksToBuy(catalog);
  const [providers] = await purchase.query<RowDataPacket[]>(
    "SELECT id, cost FROM delivery_provider WHERE name = 'DHL'",
  );
  const provider = { id: String(providers[0]?.id), cost: Number(providers[0]?.cost) };
  const at = new Date();
  const boughtAs = (number: number): Bought => {
    const buyerId = buyers[(number * stride) % buyers.length];
    const book = books[(number * 31) % books.length];
    if (buyerId === undefined || !book) throw new RangeError('There is nobody who buys, or nothing to buy.');
    return { id: newId(), paymentId: newId(), buyerId, book, at };
  };
  for (let first = 0; first < purchases; first += rowsAtOnce) {
    const length = Math.min(rowsAtOnce, purchases - first);
    const bought = Array.from({ length }, (_, index) => boughtAs(first + index));
    await insertAll(purchase, purchaseRows(bought, provider));
    await insertAll(catalog, catalogRows(bought));
  }
  // What was sold was once put in.
  await catalog.query(
    `UPDATE book b JOIN (SELECT book_id, SUM(quantity) AS sold FROM stock_reservation_line GROUP BY book_id) l
     ON l.book_id = b.id SET b.stock_put_in = b.stock_put_in + l.sold`,
  );
}
