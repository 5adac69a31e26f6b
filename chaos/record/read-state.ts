import { createConnection, type RowDataPacket } from 'mysql2/promise';
import type { DatabaseUrls } from '../../deploy/local/databases.ts';
import type { PurchaseStatus } from '../../subgraphs/purchase/resolvers.generated.ts';
import type { BookState, PurchaseState, StoreState } from './store-state.ts';

interface PurchaseRow {
  id: string;
  buyer_id: string;
  idempotency_key: string;
  status: PurchaseStatus;
  subtotal: string;
  delivery_cost: string;
}

interface PaymentRow {
  purchase_id: string;
  idempotency_key: string;
  status: string;
  amount: string;
  charge: string | null;
}

interface LineRow {
  purchase_id: string;
  book_id: string;
  quantity: number;
  unit_price: string | null;
}

const bookRows = `SELECT b.id, b.price, b.status, b.stock, COALESCE((SELECT SUM(l.quantity)
    FROM stock_reservation_line l JOIN stock_reservation r ON r.purchase_id = l.purchase_id
    WHERE l.book_id = b.id AND r.status IN ('RESERVED', 'COMMITTED')), 0) AS held FROM book b`;

/** The rows of a statement, straight from a database. */
export async function rowsOf<Row>(url: string, statement: string): Promise<Row[]> {
  const connection = await createConnection({ uri: url, timezone: 'Z' });
  try {
    const [rows] = await connection.query<(Row & RowDataPacket)[]>(statement);
    return rows;
  } finally {
    await connection.end();
  }
}

function byPurchase<Row extends { purchase_id: string }>(rows: readonly Row[]): (id: string) => Row[] {
  const groups = Map.groupBy(rows, row => row.purchase_id);
  return id => groups.get(id) ?? [];
}

async function readPurchases({ purchase, catalog }: DatabaseUrls): Promise<PurchaseState[]> {
  const rows = await rowsOf<PurchaseRow>(
    purchase,
    'SELECT id, buyer_id, idempotency_key, status, subtotal, delivery_cost FROM purchase',
  );
  const events = byPurchase(
    await rowsOf<{ purchase_id: string; status: PurchaseStatus }>(
      purchase,
      'SELECT purchase_id, status FROM purchase_event ORDER BY at, id',
    ),
  );
  const lines = byPurchase(
    await rowsOf<LineRow>(purchase, 'SELECT purchase_id, book_id, quantity, unit_price FROM purchase_line'),
  );
  const payments = byPurchase(
    await rowsOf<PaymentRow>(
      purchase,
      `SELECT y.purchase_id, y.idempotency_key, y.status, y.amount, c.status AS charge
       FROM payment y LEFT JOIN simulated_charge c ON c.id = y.id`,
    ),
  );
  const deliveries = byPurchase(
    await rowsOf<{ purchase_id: string }>(purchase, 'SELECT purchase_id FROM delivery'),
  );
  const reservations = byPurchase(
    await rowsOf<{ purchase_id: string; status: string }>(
      catalog,
      'SELECT purchase_id, status FROM stock_reservation',
    ),
  );
  return rows.map(row => ({
    id: row.id,
    buyerId: row.buyer_id,
    key: row.idempotency_key,
    status: row.status,
    subtotal: Number(row.subtotal),
    total: Number(row.subtotal) + Number(row.delivery_cost),
    history: events(row.id).map(({ status }) => status),
    lines: lines(row.id).map(({ book_id, quantity, unit_price }) => ({
      bookId: book_id,
      quantity,
      unitPrice: unit_price === null ? null : Number(unit_price),
    })),
    payments: payments(row.id).map(({ idempotency_key, status, amount, charge }) => ({
      key: idempotency_key,
      status,
      amount: Number(amount),
      charge: charge ?? undefined,
    })),
    hasDelivery: deliveries(row.id).length > 0,
    reservation: reservations(row.id)[0]?.status,
  }));
}

/** Reads all purchases, books and accounts of a store at rest, straight from its databases. */
export async function readState(databases: DatabaseUrls): Promise<StoreState> {
  const books = await rowsOf<Omit<BookState, 'price'> & { price: string }>(databases.catalog, bookRows);
  const users = await rowsOf<{ id: string; email: string }>(databases.auth, 'SELECT id, email FROM user');
  return {
    purchases: await readPurchases(databases),
    accounts: new Map(users.map(({ id, email }) => [email, id])),
    books: new Map(
      books.map(book => [
        book.id,
        { ...book, price: (Number(book.price) / 100).toFixed(2), held: Number(book.held) },
      ]),
    ),
  };
}
