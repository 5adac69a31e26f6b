import type { EntityManager } from '@mikro-orm/mysql';
import { beforeScrape } from '../../runtime/metrics/before-scrape.ts';
import { gauge } from '../../runtime/metrics/instruments.ts';

/** So many are looked at, the oldest first, so that it costs little however many there are. */
const looked = 10_000;

const open = gauge(
  'reservations_open',
  `Purchases that await their payment while their copies are set aside; counted up to ${looked}.`,
);
const pastDue = gauge(
  'reservations_past_due',
  'Those of them whose reservation has run out: the worker has not undone them yet.',
);
const due = gauge(
  'purchases_due',
  `Purchases on which there is something for the worker to do now; counted up to ${looked}.`,
);
const oldestDue = gauge(
  'purchases_oldest_due_seconds',
  'How long the first of these has waited for a worker; 0 where there is none.',
);

const select = `SELECT reservation.open, reservation.past_due, work.due, work.oldest_due FROM
  (SELECT COUNT(*) AS open, COALESCE(SUM(reserved_until < NOW(3)), 0) AS past_due FROM
    (SELECT reserved_until FROM purchase WHERE status = 'AWAITING_PAYMENT' ORDER BY id LIMIT ${looked}) AS oldest
  ) AS reservation,
  (SELECT COUNT(*) AS due, COALESCE(TIMESTAMPDIFF(MICROSECOND, MIN(due_at), NOW(3)) / 1000000, 0) AS oldest_due FROM
    (SELECT due_at FROM purchase WHERE due_at <= NOW(3) ORDER BY due_at LIMIT ${looked}) AS first
  ) AS work`;

type Row = Record<'open' | 'past_due' | 'due' | 'oldest_due', string | number>;

/** Tells of reservations, and of what waits for the worker. */
export const measurePurchases = (em: EntityManager): (() => void) =>
  beforeScrape([open, pastDue, due, oldestDue], async () => {
    const [now] = await em.execute<Row[]>(select);
    if (!now) return;
    open.set(Number(now.open));
    pastDue.set(Number(now.past_due));
    due.set(Number(now.due));
    oldestDue.set(Number(now.oldest_due));
  });
