import { change, longAgo, type Plant, unknownId, unknownSubject } from './plant.ts';

const inboxEvent = (values: string): Omit<Plant, 'invariant' | 'what'> => ({
  database: 'auth',
  plant: () => [
    `INSERT INTO inbox_event (event_id, source, stream, type, version, subject, subject_sequence, occurred_at, body, received_at,
       applied_at, applications, dead_at)
     VALUES ('${unknownId}', 'purchase', 'purchase', 'PurchasePaid', 1, '${unknownSubject}', 1, ${longAgo}, '{}', ${values})`,
  ],
  undo: () => [`DELETE FROM inbox_event WHERE event_id = '${unknownId}'`],
  names: () => unknownId,
});

export const eventPlants: readonly Plant[] = [
  {
    invariant: 'event_applied_once',
    what: 'an event that took effect twice',
    ...inboxEvent('NOW(3), NOW(3), 2, NULL'),
  },
  {
    invariant: 'event_applied_once',
    what: 'an event that is said to be applied and was not',
    ...inboxEvent('NOW(3), NOW(3), 0, NULL'),
  },
  {
    invariant: 'event_applied_in_time',
    what: 'an event that nobody applies',
    ...inboxEvent(`${longAgo}, NULL, 0, NULL`),
  },
  {
    invariant: 'no_dead_letters',
    what: 'an event that cannot be applied',
    ...inboxEvent('NOW(3), NULL, 0, NOW(3)'),
  },
  {
    invariant: 'listener_has_every_event',
    what: 'an event that was lost on its way',
    database: 'auth',
    plant: ids => [
      `DELETE FROM inbox_event WHERE subject = '${ids.awaiting}'`,
      `UPDATE inbox_subject SET applied_sequence = 0 WHERE subject = '${ids.awaiting}'`,
    ],
    undo: ids => [`UPDATE inbox_subject SET applied_sequence = 1 WHERE subject = '${ids.awaiting}'`],
    names: ids => `purchase ${ids.awaiting}`,
  },
  {
    invariant: 'listener_not_ahead',
    what: 'an event that never happened',
    ...change(
      'auth',
      'inbox_subject',
      'subject',
      ids => ids.paid,
      ['applied_sequence = applied_sequence + 1', 'applied_sequence = applied_sequence - 1'],
      ids => `purchase ${ids.paid}`,
    ),
  },
  {
    invariant: 'outbox_delivered_in_time',
    what: 'an event that nobody delivers',
    database: 'catalog',
    plant: () => [
      `INSERT INTO outbox_event (id, stream, type, version, subject, subject_sequence, occurred_at, body, due_at)
       VALUES ('${unknownId}', 'stock', 'StockReserved', 1, '${unknownSubject}', 1, ${longAgo}, '{}', NOW(3))`,
    ],
    undo: () => [`DELETE FROM outbox_event WHERE id = '${unknownId}'`],
    names: () => unknownId,
  },
];
