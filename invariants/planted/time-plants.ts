import {
  change,
  type Ids,
  longAgo,
  noPayment,
  noStep,
  type Plant,
  payment,
  stepOf,
  unknownId,
} from './plant.ts';

const purchase = (idOf: (ids: Ids) => string, changed: string, back: string) =>
  change('purchase', 'purchase', 'id', idOf, [changed, back]);

export const timePlants: readonly Plant[] = [
  {
    invariant: 'pending_in_time',
    what: 'nobody asked catalog',
    database: 'purchase',
    plant: ids => [
      `INSERT INTO purchase SELECT '${unknownId}', buyer_id, NULL, 'PENDING', 0, 0, NULL, NOW(3) + INTERVAL 1 DAY, 0, NOW(3) + INTERVAL 1 DAY,
        'planted', request_hash, NULL, NULL, ${longAgo}, ${longAgo} FROM purchase WHERE id = '${ids.paid}'`,
      stepOf('PENDING', unknownId),
    ],
    undo: () => [...noStep, `DELETE FROM purchase WHERE id = '${unknownId}'`],
    names: () => unknownId,
  },
  {
    invariant: 'awaiting_payment_in_time',
    what: 'a reservation that ran out and stayed',
    ...purchase(
      ids => ids.awaiting,
      `reserved_until = ${longAgo}`,
      'reserved_until = NOW(3) + INTERVAL 1 DAY',
    ),
  },
  {
    invariant: 'payment_settled_in_time',
    what: 'a payment that nobody asks about',
    database: 'purchase',
    plant: ids => [payment(ids.awaiting, 'PENDING', 100, longAgo)],
    undo: () => [noPayment],
    names: () => unknownId,
  },
  {
    invariant: 'given_back_in_time',
    what: 'copies that were never given back',
    database: 'purchase',
    plant: ids => [
      `UPDATE purchase SET release_due = 1, due_at = NOW(3) + INTERVAL 1 DAY, updated_at = updated_at - INTERVAL 1 DAY WHERE id = '${ids.cancelled}'`,
    ],
    undo: ids => [
      `UPDATE purchase SET release_due = 0, due_at = NULL, updated_at = updated_at + INTERVAL 1 DAY WHERE id = '${ids.cancelled}'`,
    ],
    names: ids => ids.cancelled,
  },
  {
    invariant: 'worker_in_time',
    what: 'no worker is there',
    ...purchase(ids => ids.shipped, `due_at = ${longAgo}`, 'due_at = NOW(3) + INTERVAL 1 DAY'),
  },
  {
    invariant: 'worker_in_time',
    what: 'no worker will ever look',
    ...purchase(ids => ids.shipped, 'due_at = NULL', 'due_at = NOW(3) + INTERVAL 1 DAY'),
  },
];
