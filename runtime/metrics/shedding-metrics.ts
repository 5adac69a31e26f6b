import { beforeScrape } from './before-scrape.ts';
import { counter, gauge } from './instruments.ts';

const shed = counter(
  'http_requests_shed_total',
  'Requests refused by 503 at once, because MAX_REQUESTS were in progress.',
);
const inProgress = gauge('http_requests_in_progress', 'Requests that are being answered.');

/** Counts what is refused because there is too much, and tells how much is in progress. */
export const measureShedding = (inProgressNow: () => number): { refused(): void; stop(): void } => ({
  refused: () => shed.inc(),
  stop: beforeScrape([inProgress], () => inProgress.set(inProgressNow())),
});
