import type { SubgraphName } from '../../runtime/services.ts';

/** So much is under way, at the most, in a store that people use and one of whose listeners is behind. */
export const underWay = { openPayments: 2_000, subjectsBehind: 20_000 };

/** Statements for a subgraph: they put in what is under way, and take it out again. */
export interface MadeUpWork {
  subgraph: SubgraphName;
  put: string[];
  takeOut: string[];
}

// A day ahead, so that nothing of it is ever late.
const later = 'NOW(3) + INTERVAL 1 DAY';

const move = (by: string) =>
  `UPDATE inbox_subject s JOIN inbox_event e ON e.stream = s.stream AND e.subject = s.subject
   SET s.applied_sequence = s.applied_sequence ${by} WHERE e.type = 'MadeUpWork'`;

/** Payments that are being settled, and events that auth has received and not applied. */
export const madeUpWork: readonly MadeUpWork[] = [
  {
    subgraph: 'purchase',
    put: [
      `UPDATE payment SET status = 'PENDING', created_at = ${later}
       WHERE status = 'DECLINED' AND purchase_id IN (SELECT id FROM purchase WHERE status = 'AWAITING_PAYMENT')
       ORDER BY id LIMIT ${underWay.openPayments}`,
    ],
    takeOut: [
      "UPDATE payment SET status = 'DECLINED', created_at = created_at - INTERVAL 1 DAY WHERE status = 'PENDING'",
    ],
  },
  {
    subgraph: 'auth',
    put: [
      `INSERT INTO inbox_event (event_id, source, stream, type, version, subject, subject_sequence, occurred_at, body, received_at)
       SELECT UUID(), 'purchase', 'purchase', 'MadeUpWork', 1, subject, applied_sequence, NOW(3), '{}', ${later}
       FROM inbox_subject WHERE stream = 'purchase' AND applied_sequence > 1 ORDER BY subject LIMIT ${underWay.subjectsBehind}`,
      move('- 1'),
    ],
    takeOut: [move('+ 1'), "DELETE FROM inbox_event WHERE type = 'MadeUpWork'"],
  },
];
