import type { Violation } from './invariants.ts';
import { type Scan, weight } from './scan.ts';
import type { Topic } from './topic.ts';

const scans: readonly Scan[] = [
  {
    database: 'catalog',
    from: 'book',
    id: 'id',
    balances: { copies: `(stock_put_in - stock) * ${weight('id')}` },
    alarms: ['stock < 0', 'stock_put_in < 0'],
    counts: 'books',
    totals: { stock_on_hand: 'stock' },
  },
  // All lines less those that hold nothing any more: cheaper than a join of all that do.
  {
    database: 'catalog',
    from: 'stock_reservation_line',
    id: 'book_id',
    balances: { copies: `-quantity * ${weight('book_id')}` },
  },
  {
    database: 'catalog',
    from: 'stock_reservation r STRAIGHT_JOIN stock_reservation_line l ON l.purchase_id = r.purchase_id',
    where: "r.status IN ('REFUSED', 'RELEASED')",
    id: 'l.book_id',
    balances: { copies: `l.quantity * ${weight('l.book_id')}` },
  },
];

interface Row {
  id: string;
  /** Null where there is no such book. */
  stock: number | null;
  stock_put_in: number | null;
  reserved: number;
  sold: number;
}

function violationsOf({ id, stock, stock_put_in: putIn, reserved, sold }: Row): Violation[] {
  const copies = `${reserved} reserved + ${sold} sold`;
  if (stock === null || putIn === null) {
    const expected = 'a book of that id';
    const seen = `no book, ${copies}`;
    return Number(reserved) + Number(sold) > 0 ? [{ invariant: 'copies_add_up', id, seen, expected }] : [];
  }
  const violations: Violation[] = [];
  if (stock + Number(reserved) + Number(sold) !== putIn)
    violations.push({
      invariant: 'copies_add_up',
      id,
      seen: `${stock} on hand + ${copies}`,
      expected: `${putIn} put in`,
    });
  if (stock < 0 || putIn < 0)
    violations.push({
      invariant: 'copies_not_below_zero',
      id,
      seen: `${stock} on hand, ${putIn} put in`,
      expected: '0 or more',
    });
  return violations;
}

const held = (status: string) => `COALESCE((SELECT SUM(l.quantity)
  FROM stock_reservation_line l JOIN stock_reservation r ON r.purchase_id = l.purchase_id
  WHERE l.book_id = b.id AND r.status = '${status}'), 0)`;

const columns = `${held('RESERVED')} AS reserved, ${held('COMMITTED')} AS sold`;

/** Books and their copies. One statement reads both sides, so that it sees both at the same moment. */
export const bookTopic: Topic = {
  scans,
  judge: async (read, ids) => {
    const rows = await read<Row>(
      'catalog',
      `SELECT b.id, b.stock, b.stock_put_in, ${columns} FROM book b WHERE b.id IN (?)
       UNION ALL
       SELECT b.id, NULL, NULL, ${columns} FROM (SELECT DISTINCT l.book_id AS id FROM stock_reservation_line l
         WHERE l.book_id IN (?) AND NOT EXISTS (SELECT 1 FROM book WHERE book.id = l.book_id)) b`,
      [ids, ids],
    );
    return rows.flatMap(violationsOf);
  },
};
