import { noStep, type Plant, stepOf, unknownId } from './plant.ts';

export const historyPlants: readonly Plant[] = [
  {
    invariant: 'history_is_legal',
    what: 'a status twice',
    database: 'purchase',
    plant: ids => [stepOf('DELIVERED', ids.delivered)],
    undo: () => noStep,
    names: ids => ids.delivered,
  },
  {
    invariant: 'history_is_legal',
    what: 'a step that there is not',
    database: 'purchase',
    plant: ids => [stepOf('SHIPPED', ids.expired)],
    undo: () => noStep,
    names: ids => ids.expired,
  },
  {
    invariant: 'history_is_legal',
    what: 'steps in another order',
    database: 'purchase',
    plant: ids => [
      `UPDATE purchase_event SET at = at + INTERVAL 1 DAY WHERE purchase_id = '${ids.shipped}' AND status = 'PAID'`,
    ],
    undo: ids => [
      `UPDATE purchase_event SET at = at - INTERVAL 1 DAY WHERE purchase_id = '${ids.shipped}' AND status = 'PAID'`,
    ],
    names: ids => ids.shipped,
  },
  {
    invariant: 'history_ends_with_status',
    what: 'a step that is not in the history',
    database: 'purchase',
    plant: ids => [
      `UPDATE purchase_event SET id = '${unknownId}', status = CONCAT('x', status) WHERE purchase_id = '${ids.paid}' AND status = 'PAID'`,
    ],
    undo: () => [`UPDATE purchase_event SET status = SUBSTR(status, 2) WHERE id = '${unknownId}'`],
    names: ids => ids.paid,
  },
];
