import type { SubgraphName } from '../../runtime/services.ts';
import { reservationOf } from '../reservation-rules.ts';

/** What the made-up purchases go through; each in as many of a hundred purchases. */
const fates: readonly { steps: readonly string[]; of100: number; charge?: string }[] = [
  { steps: ['PENDING', 'AWAITING_PAYMENT', 'PAID', 'SHIPPED', 'DELIVERED'], of100: 60, charge: 'CAPTURED' },
  { steps: ['PENDING', 'AWAITING_PAYMENT', 'PAID', 'SHIPPED'], of100: 10, charge: 'CAPTURED' },
  { steps: ['PENDING', 'AWAITING_PAYMENT', 'PAID'], of100: 10, charge: 'CAPTURED' },
  { steps: ['PENDING', 'AWAITING_PAYMENT', 'EXPIRED'], of100: 9, charge: 'DECLINED' },
  { steps: ['PENDING', 'AWAITING_PAYMENT', 'CANCELLED'], of100: 6, charge: 'DECLINED' },
  { steps: ['PENDING', 'AWAITING_PAYMENT', 'PAID', 'CANCELLED'], of100: 2, charge: 'REFUNDED' },
  { steps: ['PENDING', 'AWAITING_PAYMENT'], of100: 2, charge: 'DECLINED' },
  { steps: ['PENDING', 'REJECTED'], of100: 1 },
];

/** A text of SQL that is like a UUIDv7, one for each number and `kind`; later for greater numbers. */
const uuid = (n: string, kind: string): string => {
  const time = `LPAD(LOWER(HEX(1757000000000 + (${n}) * 5000)), 12, '0')`;
  const rest = `MD5(CONCAT('${kind}', ${n}))`;
  return `CONCAT(LEFT(${time}, 8), '-', SUBSTR(${time}, 9), '-7', SUBSTR(${rest}, 1, 3), '-8', SUBSTR(${rest}, 4, 3), '-', SUBSTR(${rest}, 7, 12))`;
};

const pick = (chosen: (fate: (typeof fates)[number]) => string | undefined): string => {
  let upTo = 0;
  const whens = fates.map(fate => {
    upTo += fate.of100;
    const value = chosen(fate);
    return `WHEN n % 100 < ${upTo} THEN ${value === undefined ? 'NULL' : `'${value}'`}`;
  });
  return `CASE ${whens.join(' ')} END`;
};

const digits =
  '(SELECT 0 d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)';
const numbers = `(SELECT a.d + 10 * b.d + 100 * c.d + 1000 * d.d + 10000 * e.d + 100000 * f.d + 1000000 * g.d AS n
  FROM ${digits} g, ${digits} f, ${digits} e, ${digits} d, ${digits} c, ${digits} b, ${digits} a)`;

const made = (purchases: number, books: number) => [
  `CREATE TABLE made (n INT NOT NULL PRIMARY KEY, id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin, book_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin,
     book INT, buyer_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin, status VARCHAR(40), charge VARCHAR(40), reservation VARCHAR(40))`,
  `INSERT INTO made SELECT n, ${uuid('n', 'purchase')}, ${uuid(`n % ${books}`, 'book')}, n % ${books}, ${uuid('n', 'buyer')},
     ${pick(fate => fate.steps.at(-1))}, ${pick(fate => fate.charge)},
     ${pick(fate => reservationOf[fate.steps.at(-1) ?? ''])} FROM ${numbers} numbers WHERE n < ${purchases}`,
];

const price = '(1000 + book)';
const at = (step: number) => `TIMESTAMP('2025-09-05') + INTERVAL (n * 5 + ${step}) SECOND`;
const seller = `'01a1fc24-2252-767d-894b-46946694e305'`;

/** Books and reservations. */
const catalogRows = (purchases: number, books: number): string[] => [
  ...made(purchases, books),
  `INSERT INTO book (id, seller_id, title, authors, description, subjects, book_condition, price, stock, stock_put_in, status, version,
     created_at, updated_at, title_key, title_terms, author_terms, search_terms)
   SELECT ${uuid('n', 'book')}, ${seller}, CONCAT('Book ', n), '["Somebody"]', REPEAT('A book of many words. ', 30), '[]', 'GOOD', 1000 + n,
     n % 7, 0, 'PUBLISHED', 1, NOW(3), NOW(3), CONCAT('book ', n), 'book', 'somebody', REPEAT('book many words ', 20)
   FROM ${numbers} numbers WHERE n < ${books}`,
  `INSERT INTO stock_reservation SELECT id, buyer_id, ${seller}, reservation, IF(reservation = 'REFUSED', 'OUT_OF_STOCK', NULL),
     IF(reservation = 'REFUSED', 0, NULL), ${at(900)}, ${at(0)}, ${at(0)} FROM made ORDER BY id`,
  `INSERT INTO stock_reservation_line SELECT id, book_id, buyer_id, CONCAT('Book ', book), 1 + n % 2, ${price} FROM made ORDER BY id`,
  `UPDATE book SET stock_put_in = stock + COALESCE((SELECT SUM(l.quantity) FROM stock_reservation_line l
     JOIN stock_reservation r ON r.purchase_id = l.purchase_id
     WHERE l.book_id = book.id AND r.status IN ('RESERVED', 'COMMITTED')), 0)`,
  `INSERT INTO outbox_subject SELECT 'stock', id, CASE reservation WHEN 'RESERVED' THEN 1 ELSE 2 END FROM made WHERE reservation <> 'REFUSED' ORDER BY id`,
  'DROP TABLE made',
];

/** Purchases, histories, payments and charges. */
const purchaseRows = (purchases: number, books: number): string[] => [
  ...made(purchases, books),
  `INSERT INTO purchase SELECT id, buyer_id, ${seller}, status, (1 + n % 2) * ${price}, 1500,
     IF(charge IS NULL, NULL, ${uuid('n', 'payment')}), IF(status = 'AWAITING_PAYMENT', NOW(3) + INTERVAL 1 DAY, NULL), 0,
     CASE status WHEN 'AWAITING_PAYMENT' THEN NOW(3) + INTERVAL 1 DAY WHEN 'SHIPPED' THEN NOW(3) + INTERVAL 14 DAY END,
     UUID(), SHA2(n, 256), IF(status = 'REJECTED', 'OUT_OF_STOCK', NULL), NULL, ${at(0)}, ${at(9)} FROM made ORDER BY id`,
  `INSERT INTO purchase_line SELECT id, book_id, CONCAT('Book ', book), 1 + n % 2, ${price}, ${price} FROM made ORDER BY id`,
  ...[0, 1, 2, 3, 4].map(
    step => `INSERT INTO purchase_event SELECT ${uuid('n', `event ${step}`)}, id, ${at(step)}, step, NULL
      FROM (SELECT n, id, ${pick(fate => fate.steps[step])} AS step FROM made ORDER BY id) steps WHERE step IS NOT NULL`,
  ),
  `INSERT INTO payment SELECT ${uuid('n', 'payment')}, id, buyer_id, 'CREDIT_CARD', 'tok_approved', charge, (1 + n % 2) * ${price} + 1500,
     NULL, UUID(), SHA2(n, 256), ${at(2)}, IF(charge = 'DECLINED', NULL, ${at(2)}) FROM made WHERE charge IS NOT NULL ORDER BY id`,
  `INSERT INTO delivery SELECT ${uuid('n', 'delivery')}, id, (SELECT MIN(id) FROM delivery_provider), 'Somebody', 'Calle 1', NULL, 'Bogotá', NULL, NULL,
     'CO', 1500, 'PENDING', NULL, NULL, NULL FROM made ORDER BY id`,
  "INSERT INTO simulated_charge SELECT id, amount, 'USD', token, status, NULL FROM payment ORDER BY id",
  `INSERT INTO simulated_charge_request (charge_id, verb, answer, at) SELECT id, 'authorize', IF(status = 'DECLINED', 'DECLINED', 'AUTHORIZED'), created_at FROM payment ORDER BY id`,
  `INSERT INTO simulated_charge_request (charge_id, verb, answer, at) SELECT id, 'capture', 'CAPTURED', created_at FROM payment WHERE status <> 'DECLINED' ORDER BY id`,
  `INSERT INTO inbox_subject SELECT 'stock', id, CASE reservation WHEN 'RESERVED' THEN 1 ELSE 2 END FROM made WHERE reservation <> 'REFUSED' ORDER BY id`,
  `INSERT INTO outbox_subject SELECT 'purchase', id, (SELECT COUNT(*) - 1 FROM purchase_event e WHERE e.purchase_id = made.id) FROM made WHERE status <> 'REJECTED' ORDER BY id`,
  'DROP TABLE made',
];

/** How far auth has come with the events. */
const authRows = (purchases: number, books: number): string[] => [
  ...made(purchases, books),
  `INSERT INTO inbox_subject SELECT 'purchase', id, ${pick(fate => String(fate.steps.length - 1))} FROM made WHERE status <> 'REJECTED' ORDER BY id`,
  'DROP TABLE made',
];

const events = (purchases: number, table: 'outbox' | 'inbox', stream: string, source: string): string =>
  table === 'outbox'
    ? `INSERT INTO outbox_event (id, stream, type, version, subject, subject_sequence, occurred_at, body, delivered_at)
       SELECT ${uuid('n', `event of ${stream}`)}, '${stream}', 'MadeUp', 1, ${uuid('n', 'purchase')}, 1, ${at(0)}, REPEAT('x', 200), ${at(1)}
       FROM ${numbers} numbers WHERE n < ${purchases}`
    : `INSERT INTO inbox_event (event_id, source, stream, type, version, subject, subject_sequence, occurred_at, body, received_at, applied_at, applications)
       SELECT ${uuid('n', `event of ${stream}`)}, '${source}', '${stream}', 'MadeUp', 1, ${uuid('n', 'purchase')}, 1, ${at(0)}, REPEAT('x', 200), ${at(1)}, ${at(1)}, 1
       FROM ${numbers} numbers WHERE n < ${purchases}`;

/**
 * Statements that fill the tables of a subgraph with so many purchases of every status and a tenth as many books; with
 * events of as many purchases, as if all of them had been in the week for which events are kept.
 */
export function rowsOf(subgraph: SubgraphName, purchases: number): string[] {
  const books = Math.ceil(purchases / 10);
  if (subgraph === 'auth')
    return [...authRows(purchases, books), events(purchases, 'inbox', 'purchase', 'purchase')];
  if (subgraph === 'catalog')
    return [...catalogRows(purchases, books), events(purchases, 'outbox', 'stock', 'catalog')];
  return [
    ...purchaseRows(purchases, books),
    events(purchases, 'outbox', 'purchase', 'purchase'),
    events(purchases, 'inbox', 'stock', 'catalog'),
  ];
}
