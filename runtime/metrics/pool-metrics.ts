import { beforeScrape } from './before-scrape.ts';
import { counter, gauge, histogram } from './instruments.ts';
import { TimedSeries } from './series.ts';

const labels = ['role', 'server'] as const;

const connections = gauge('pool_connections', 'Database connections of this process that are open.', [
  ...labels,
  'state',
]);
const size = gauge('pool_size', 'How many of them there may be (DATABASE_POOL_SIZE).', labels);
const waiting = gauge('pool_waiting', 'Pieces of work that wait for a connection.', labels);
const wait = histogram(
  'pool_wait_seconds',
  'How long work waited for a connection.',
  labels,
  [0.001, 0.01, 0.05, 0.1, 0.5, 1],
);
const timeouts = counter(
  'database_timeouts_total',
  'Waits that were given up: for a free connection (POOL_TIMEOUT_MS), for a statement (STATEMENT_TIMEOUT_MS).',
  [...labels, 'of'],
);
const statements = histogram(
  'statement_duration_seconds',
  'How long SQL statements took.',
  labels,
  [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2],
);
const inUse = gauge(
  'reader_in_use',
  'Whether a reader is asked (1), or left out because it is behind or does not answer (0).',
  ['server'],
);

/** How a pool stands. */
export interface PoolState {
  size: number;
  /** Connections that somebody has borrowed, and those that nobody has. */
  inUse: number;
  idle: number;
  waiting: number;
}

/** What a pool tells as it happens. */
export interface PoolMetrics {
  waited(milliseconds: number, isTimeout: boolean): void;
  statementEnded(milliseconds: number, isTimeout: boolean): void;
  stop(): void;
}

/** Measures a pool of connections to `server` (host:port). */
export function measurePool(
  pool: { role: 'writer' | 'reader'; server: string },
  stateNow: () => PoolState,
): PoolMetrics {
  const { role, server } = pool;
  const stop = beforeScrape([connections, size, waiting], () => {
    const state = stateNow();
    size.set({ role, server }, state.size);
    waiting.set({ role, server }, state.waiting);
    connections.set({ role, server, state: 'in_use' }, state.inUse);
    connections.set({ role, server, state: 'idle' }, state.idle);
  });
  const waits = new TimedSeries(wait, { role, server });
  const durations = new TimedSeries(statements, { role, server });
  const poolTimeouts = timeouts.labels({ role, server, of: 'connection' });
  const statementTimeouts = timeouts.labels({ role, server, of: 'statement' });
  for (const each of [poolTimeouts, statementTimeouts]) each.inc(0);
  return {
    waited(milliseconds, isTimeout) {
      waits.observe(milliseconds / 1000);
      if (isTimeout) poolTimeouts.inc();
    },
    statementEnded(milliseconds, isTimeout) {
      durations.observe(milliseconds / 1000);
      if (isTimeout) statementTimeouts.inc();
    },
    stop,
  };
}

/** Tells which readers are in use. */
export const measureReaders = (
  readersNow: () => readonly { place: string; isInUse: boolean }[],
): (() => void) =>
  beforeScrape([inUse], () => {
    for (const { place, isInUse } of readersNow()) inUse.set({ server: place }, isInUse ? 1 : 0);
  });
