import { change, type Ids, type Plant, unknownId } from './plant.ts';

const book = (changes: string, undo: string) => ({
  database: 'catalog' as const,
  plant: (ids: Ids) => [`UPDATE book SET ${changes} WHERE id = '${ids.book}'`],
  undo: (ids: Ids) => [`UPDATE book SET ${undo} WHERE id = '${ids.book}'`],
  names: (ids: Ids) => ids.book,
});

export const stockPlants: readonly Plant[] = [
  {
    invariant: 'copies_add_up',
    what: 'a copy came back twice',
    ...book('stock = stock + 1', 'stock = stock - 1'),
  },
  { invariant: 'copies_add_up', what: 'a copy was lost', ...book('stock = stock - 1', 'stock = stock + 1') },
  {
    invariant: 'copies_add_up',
    what: 'a book that is gone, with copies reserved and sold',
    database: 'catalog',
    plant: ids => [`UPDATE book SET id = '${unknownId}' WHERE id = '${ids.book}'`],
    undo: ids => [`UPDATE book SET id = '${ids.book}' WHERE id = '${unknownId}'`],
    names: ids => ids.book,
  },
  {
    invariant: 'copies_not_below_zero',
    what: 'more was sold than there was',
    database: 'catalog',
    plant: ids => [
      'ALTER TABLE book DROP CONSTRAINT book_stock_not_below_zero',
      `UPDATE book SET stock = stock - 1000, stock_put_in = stock_put_in - 1000 WHERE id = '${ids.book}'`,
    ],
    undo: ids => [
      `UPDATE book SET stock = stock + 1000, stock_put_in = stock_put_in + 1000 WHERE id = '${ids.book}'`,
      'ALTER TABLE book ADD CONSTRAINT book_stock_not_below_zero CHECK (stock >= 0)',
    ],
    names: ids => ids.book,
  },
  {
    invariant: 'purchase_has_its_reservation',
    what: 'a paid purchase whose copies were given back',
    ...change('catalog', 'stock_reservation', 'purchase_id', ids => ids.paid, [
      "status = 'RELEASED'",
      "status = 'COMMITTED'",
    ]),
  },
  {
    invariant: 'purchase_has_its_reservation',
    what: 'an expired purchase whose copies are still set aside, and nobody to be told',
    ...change('catalog', 'stock_reservation', 'purchase_id', ids => ids.expired, [
      "status = 'RESERVED'",
      "status = 'RELEASED'",
    ]),
  },
  {
    invariant: 'purchase_has_its_reservation',
    what: 'a paid purchase whose reservation is gone',
    database: 'catalog',
    plant: ids => [
      `UPDATE stock_reservation SET purchase_id = '${unknownId}' WHERE purchase_id = '${ids.paid}'`,
    ],
    undo: ids => [
      `UPDATE stock_reservation SET purchase_id = '${ids.paid}' WHERE purchase_id = '${unknownId}'`,
    ],
    names: ids => ids.paid,
  },
  {
    invariant: 'reservation_has_its_purchase',
    what: 'lines of a reservation that is gone, for nothing',
    database: 'catalog',
    plant: ids => [
      `INSERT INTO stock_reservation_line (purchase_id, book_id, buyer_id, title, quantity, unit_price)
       VALUES ('${unknownId}', '${ids.book}', '${unknownId}', 'A book', 1, 100)`,
    ],
    undo: () => [`DELETE FROM stock_reservation_line WHERE purchase_id = '${unknownId}'`],
    names: () => unknownId,
  },
  {
    invariant: 'reservation_has_its_purchase',
    what: 'copies set aside for nothing',
    database: 'catalog',
    plant: () => [
      `INSERT INTO stock_reservation (purchase_id, status, created_at, updated_at) VALUES ('${unknownId}', 'RESERVED', NOW(3), NOW(3))`,
    ],
    undo: () => [`DELETE FROM stock_reservation WHERE purchase_id = '${unknownId}'`],
    names: () => unknownId,
  },
  {
    invariant: 'reserved_copies_are_bought',
    what: 'more was paid for than was set aside',
    ...change('purchase', 'purchase_line', 'purchase_id', ids => ids.paid, [
      'quantity = quantity + 1',
      'quantity = quantity - 1',
    ]),
  },
];
