import { z } from 'zod';
import type { DatabaseServer } from '../deploy/local/database-server.ts';
import { explain } from '../deploy/local/explain.ts';
import { serviceNames } from '../runtime/services.ts';
import { loadSyntheticBooks } from '../seed/load-synthetic-books.ts';
import { openStore } from '../seed/store-client.ts';
import { driveStore } from '../testing/drive-store.ts';
import { operations, type Scene, setScene } from '../testing/main-operations.ts';
import type { TestStore } from '../testing/test-store.ts';
import { StoreUser } from '../testing/use-store.ts';
import { cpuMilliseconds } from './cpu-time.ts';
import { databaseCounters } from './database-counters.ts';
import { withOwnStore } from './own-store.ts';
import { flag, numberOption, readOptions } from './read-options.ts';
import { startWatch } from './watch.ts';

// The command `npm run cost`: how much processor time a request costs, in each process of the store and in its
// databases, and how much the databases do for it (deploy/SCALE.md reckons with it). It reads a store of its own, with
// 10,000 books by default; with --metrics it is scraped meanwhile, and with --traces 0.01 one trace of a hundred is recorded.

const options = readOptions({
  seconds: numberOption(20, 1, 3600),
  books: numberOption(10_000, 0, 10_000_000),
  metrics: flag(),
  traces: z.string().optional(),
});
const measuredMilliseconds = options.seconds * 1000;
const warmUpMilliseconds = 10_000;
const atOnce = 8;

const reads = ['newest', 'search', 'book', 'ownPurchases', 'login'] as const;

/** Sends an operation again and again; how many answers came. */
async function repeat(name: (typeof reads)[number], scene: Scene, milliseconds: number): Promise<number> {
  const [document, sender, variables] = operations[name];
  const end = performance.now() + milliseconds;
  let answers = 0;
  const goOn = async () => {
    while (performance.now() < end) {
      await sender(scene).ask(document, variables(scene));
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, goOn));
  return answers;
}

async function purchases(use: StoreUser, milliseconds: number): Promise<number> {
  const end = performance.now() + milliseconds;
  let begun = 0;
  await driveStore(
    use,
    atOnce,
    () => performance.now() > end,
    async () => {
      begun += 1;
    },
  );
  return begun;
}

/** The processor time of every process for each of the pieces of work, once code is compiled and caches are full. */
async function tell(
  name: string,
  pids: ReadonlyMap<string, number>,
  server: DatabaseServer,
  work: (milliseconds: number) => Promise<number>,
): Promise<void> {
  await work(warmUpMilliseconds);
  const before = new Map([...pids].map(([process, pid]) => [process, cpuMilliseconds(pid)]));
  const done = await databaseCounters(server.adminUrl);
  const began = performance.now();
  const count = await work(measuredMilliseconds);
  const seconds = (performance.now() - began) / 1000;
  const doneSince = await databaseCounters(server.adminUrl);
  const costs = [...pids].map(([process, pid]) => {
    const cost = (cpuMilliseconds(pid) - (before.get(process) ?? 0)) / count;
    return { process, cost };
  });
  const whole = costs.reduce((sum, { cost }) => sum + cost, 0);
  const each = costs.map(({ process, cost }) => `${process} ${cost.toFixed(2)}`).join(', ');
  console.log(
    `${name}: ${whole.toFixed(2)} ms each (${each}); ${(count / seconds).toFixed(1)} a second here`,
  );
  const per = (what: keyof typeof done) => (doneSince[what] - done[what]) / count;
  console.log(
    `  ${per('statements').toFixed(1)} statements, ${per('commits').toFixed(1)} commits, ${(per('logBytes') / 1024).toFixed(1)} kB of redo log`,
  );
}

async function measure(store: TestStore, server: DatabaseServer): Promise<void> {
  const use = new StoreUser(store.description);
  process.env.DATABASE_URL_CATALOG = store.description.databases.catalog;
  await loadSyntheticBooks(openStore(store.description.gatewayUrls[0] ?? ''), options.books);
  const pids = new Map([
    ...serviceNames.map(name => [name, store.process(name).pid] as const),
    ['databases', server.pid],
  ]);
  const scene = await setScene(use);
  for (const name of reads) await tell(name, pids, server, milliseconds => repeat(name, scene, milliseconds));
  await tell('a purchase, from offer to arrival', pids, server, milliseconds => purchases(use, milliseconds));
}

async function main(): Promise<void> {
  const watch = await startWatch(options.traces);
  const settings = { LOG_LEVEL: 'warn', ...watch.settings };
  try {
    await withOwnStore('cost', { settings, metrics: options.metrics }, async (store, server) => {
      watch.scrape(Object.values(store.description.metricsPorts?.[0] ?? {}));
      await measure(store, server);
    });
  } finally {
    watch.stop();
  }
}

await main().catch(error => {
  console.error(explain(error));
  process.exitCode = 1;
});
