import type { Gauge } from 'prom-client';
import { ifInTime } from '../in-time.ts';
import { registry } from './instruments.ts';
import { tellSeries } from './series.ts';

/** A scrape does not wait longer for what must be asked of others, such as a database. */
const patienceMilliseconds = 1_000;

interface Look {
  gauges: readonly Gauge[];
  refresh(): void | Promise<void>;
}

const looks = new Set<Look>();
let underWay: Promise<string> | undefined;

/**
 * Has gauges set anew by `refresh` whenever somebody reads the metrics, until the function that it returns is called.
 * Where it fails or takes longer than a second they are left out: a number that could not be read is not told as if it were.
 */
export function beforeScrape(gauges: readonly Gauge[], refresh: Look['refresh']): () => void {
  const look = { gauges, refresh };
  for (const each of gauges) clear(each);
  looks.add(look);
  return () => {
    looks.delete(look);
    for (const each of gauges) clear(each);
  };
}

/** The metrics of this process as they are now, in Prometheus' text format. */
export function scrape(): Promise<string> {
  underWay ??= read().finally(() => {
    underWay = undefined;
  });
  return underWay;
}

async function read(): Promise<string> {
  const all = [...looks];
  for (const each of new Set(all.flatMap(({ gauges }) => gauges))) clear(each);
  const refreshed = all.map(async ({ refresh }) => refresh());
  await ifInTime(Promise.allSettled(refreshed), patienceMilliseconds);
  tellSeries();
  return registry.metrics();
}

// prom-client sets a gauge without labels to 0 at a reset, and tells it.
function clear(each: Gauge): void {
  each.reset();
  each.remove({});
}
