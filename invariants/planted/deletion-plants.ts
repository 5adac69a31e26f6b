import { longAgo, type Plant, unknownId } from './plant.ts';

export const deletionPlants: readonly Plant[] = [
  {
    invariant: 'account_erased_in_time',
    what: 'somebody who has left, and of whom something is still there',
    database: 'catalog',
    plant: () => [
      `INSERT INTO account_deletion (user_id, deleted_at, due_at) VALUES ('${unknownId}', ${longAgo}, NOW(3))`,
    ],
    undo: () => [`DELETE FROM account_deletion WHERE user_id = '${unknownId}'`],
    names: () => unknownId,
  },
];
