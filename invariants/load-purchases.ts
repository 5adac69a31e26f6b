import type { Limits } from './invariants.ts';
import type { Read } from './open-databases.ts';
import { chargesOfPayments } from './payment-provider-record.ts';
import type { Line, PaymentRecord, PurchaseRecord } from './purchase-record.ts';

interface PurchaseRow {
  id: string;
  status: string;
  total: number;
  release_due: number;
  is_due: number;
  made_late: number;
  moved_late: number;
  due_late: number;
  reserved_late: number;
}

interface LineRow {
  purchase_id: string;
  book_id: string;
  quantity: number;
  unit_price: number;
}

interface PaymentRow {
  id: string;
  purchase_id: string;
  status: string;
  amount: number;
  is_late: number;
}

const late = (column: string) => `COALESCE(${column} < NOW(3) - INTERVAL ? SECOND, 0)`;

const byPurchase = <Row extends { purchase_id: string }>(rows: Row[]): Map<string, Row[]> =>
  Map.groupBy(rows, row => row.purchase_id);

const toLine = ({ book_id, quantity, unit_price }: LineRow): Line => ({
  bookId: book_id,
  quantity,
  unitPrice: unit_price,
});

const linesOf = (table: string) =>
  `SELECT purchase_id, book_id, quantity, unit_price FROM ${table}
   WHERE purchase_id IN (?) AND unit_price IS NOT NULL ORDER BY purchase_id, book_id`;

async function loadPayments(read: Read, ids: readonly string[], { lateAfterSeconds }: Limits) {
  const payments = await read<PaymentRow>(
    'purchase',
    `SELECT id, purchase_id, status, amount, ${late('created_at')} AS is_late FROM payment WHERE purchase_id IN (?)`,
    [lateAfterSeconds, ids],
  );
  const charges = new Map(
    payments.length === 0
      ? []
      : (
          await read<{ id: string; status: string; amount: number }>('purchase', chargesOfPayments, [
            payments.map(({ id }) => id),
          ])
        ).map(charge => [charge.id, charge]),
  );
  return byPurchase(payments.map(payment => ({ ...payment, charge: charges.get(payment.id) })));
}

/** The purchases with these ids; also those of which only a reservation or its lines are there, with the status NONE. */
export async function loadPurchases(
  read: Read,
  ids: readonly string[],
  limits: Limits,
): Promise<PurchaseRecord[]> {
  const seconds = limits.lateAfterSeconds;
  const purchases = new Map(
    (
      await read<PurchaseRow>(
        'purchase',
        `SELECT id, status, subtotal + delivery_cost AS total, release_due, due_at IS NOT NULL AS is_due,
           ${late('created_at')} AS made_late, ${late('updated_at')} AS moved_late, ${late('due_at')} AS due_late,
           reserved_until IS NULL OR ${late('reserved_until')} AS reserved_late FROM purchase WHERE id IN (?)`,
        [seconds, seconds, seconds, seconds, ids],
      )
    ).map(purchase => [purchase.id, purchase]),
  );
  const histories = byPurchase(
    await read<{ purchase_id: string; status: string }>(
      'purchase',
      'SELECT purchase_id, status FROM purchase_event WHERE purchase_id IN (?) ORDER BY purchase_id, at, id',
      [ids],
    ),
  );
  const payments = await loadPayments(read, ids, limits);
  const lines = byPurchase(await read<LineRow>('purchase', linesOf('purchase_line'), [ids]));
  const reservations = new Map(
    (
      await read<{ purchase_id: string; status: string }>(
        'catalog',
        'SELECT purchase_id, status FROM stock_reservation WHERE purchase_id IN (?)',
        [ids],
      )
    ).map(({ purchase_id, status }) => [purchase_id, status]),
  );
  const reserved = byPurchase(await read<LineRow>('catalog', linesOf('stock_reservation_line'), [ids]));

  return ids.flatMap((id): PurchaseRecord[] => {
    const purchase = purchases.get(id);
    const status = reservations.get(id);
    if (!purchase && !status && !reserved.has(id)) return [];
    return [
      {
        id,
        status: purchase?.status ?? 'NONE',
        total: purchase?.total ?? 0,
        reservation:
          status === undefined ? undefined : { status, lines: (reserved.get(id) ?? []).map(toLine) },
        lines: (lines.get(id) ?? []).map(toLine),
        history: (histories.get(id) ?? []).map(step => step.status),
        payments: (payments.get(id) ?? []).map(
          ({ id, status, amount, is_late, charge }): PaymentRecord => ({
            id,
            status,
            amount,
            isLate: is_late === 1,
            charge,
          }),
        ),
        releaseDue: purchase?.release_due === 1,
        isDueSometime: purchase?.is_due === 1,
        late: {
          made: purchase?.made_late === 1,
          moved: purchase?.moved_late === 1,
          due: purchase?.due_late === 1,
          reservedUntil: purchase?.reserved_late === 1,
        },
      },
    ];
  });
}
