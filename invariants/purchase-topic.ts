import { judgePurchase } from './judge-purchase.ts';
import { loadPurchases } from './load-purchases.ts';
import type { Value } from './open-databases.ts';
import { legalHistories, shortStatus } from './purchase-history.ts';
import { fingerprint, type Scan, weight } from './scan.ts';
import { mostRows } from './search.ts';
import { numberOfPaid, numberOfPurchase, numberOfReservation, numberOfStep } from './status-numbers.ts';
import type { Topic } from './topic.ts';

const settled = "('PAID', 'SHIPPED', 'DELIVERED')";

const scans: readonly Scan[] = [
  {
    database: 'purchase',
    from: 'purchase',
    id: 'id',
    balances: {
      status: `${weight('id')} * ${numberOfPurchase}`,
      money: `IF(status IN ${settled}, ${fingerprint('id', 'subtotal + delivery_cost')}, 0)`,
    },
    alarms: [
      'release_due',
      'reserved_until IS NOT NULL AND reserved_until < NOW(3)',
      "due_at IS NULL AND status IN ('PENDING', 'AWAITING_PAYMENT', 'SHIPPED')",
      "reserved_until IS NULL AND status = 'AWAITING_PAYMENT'",
    ],
    counts: 'purchases',
  },
  {
    database: 'catalog',
    from: 'stock_reservation',
    id: 'purchase_id',
    balances: { status: `-${weight('purchase_id')} * ${numberOfReservation}` },
    counts: 'reservations',
  },
  {
    database: 'purchase',
    from: 'purchase_line',
    where: 'unit_price IS NOT NULL',
    id: 'purchase_id',
    balances: { lines: fingerprint('purchase_id', 'book_id', 'quantity', 'unit_price') },
  },
  {
    database: 'catalog',
    from: 'stock_reservation_line',
    id: 'purchase_id',
    balances: { lines: `-${fingerprint('purchase_id', 'book_id', 'quantity', 'unit_price')}` },
  },
  {
    database: 'purchase',
    from: 'payment',
    id: 'purchase_id',
    balances: {
      status: `IF(captured_at IS NULL, 0, ${weight('purchase_id')} * ${numberOfPaid})`,
      money: `IF(status = 'CAPTURED', -${fingerprint('purchase_id', 'amount')}, 0)`,
    },
    alarms: ["status IN ('PENDING', 'AUTHORIZED')"],
  },
  {
    database: 'purchase',
    from: 'purchase_event',
    id: 'purchase_id',
    balances: { status: `-${weight('purchase_id')} * ${numberOfStep}` },
  },
];

const late = 'NOW(3) - INTERVAL ? SECOND';

/** Suspects that an index finds. */
const searches = (lateAfterSeconds: number): { select: string; values: readonly Value[] }[] => [
  { select: `SELECT id FROM purchase WHERE due_at < ${late}`, values: [lateAfterSeconds] },
  {
    select: `SELECT id FROM purchase WHERE status = 'PENDING' AND created_at < ${late}`,
    values: [lateAfterSeconds],
  },
  {
    select: `SELECT purchase_id AS id FROM purchase_event GROUP BY purchase_id
      HAVING GROUP_CONCAT(${shortStatus} ORDER BY at, id SEPARATOR '') NOT IN (?)`,
    values: [legalHistories.map(history => history.map(status => status.slice(0, 2)).join(''))],
  },
];

/** Purchases with all that belongs to them: histories, lines, payments, reservations. */
export const purchaseTopic: Topic = {
  scans,
  more: async (read, { lateAfterSeconds }) => {
    const found = await Promise.all(
      searches(lateAfterSeconds).map(({ select, values }) =>
        read<{ id: string }>('purchase', `${select} LIMIT ${mostRows}`, values),
      ),
    );
    return [...new Set(found.flat().map(({ id }) => id))];
  },
  judge: async (read, ids, limits) => (await loadPurchases(read, ids, limits)).flatMap(judgePurchase),
};
