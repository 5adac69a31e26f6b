import { join } from 'node:path';
import { Pool } from 'undici';
import type { DatabaseServer } from '../deploy/local/database-server.ts';
import { explain } from '../deploy/local/explain.ts';
import { places } from '../deploy/local/places.ts';
import { serviceNames } from '../runtime/services.ts';
import { loadSyntheticBooks } from '../seed/load-synthetic-books.ts';
import { openStore } from '../seed/store-client.ts';
import { startCachingNginx } from '../testing/caching-nginx.ts';
import type { TestStore } from '../testing/test-store.ts';
import { cpuMilliseconds } from './cpu-time.ts';
import { nginxPids } from './nginx-pids.ts';
import { withOwnStore } from './own-store.ts';
import { flag, numberOption, readOptions } from './read-options.ts';

// node deploy/local/bootstrap.mjs load/repeated-reads.ts: the same list of 20 books, asked through NGINX by whoever is not
// signed in, again and again: as NGINX answers it by itself, and past its cache (deploy/nginx/public-answers.conf). With
// --sharing the gateway shares fetches in flight, as it does by default; without, nothing is shared but by NGINX.

const options = readOptions({
  seconds: numberOption(10, 1, 3600),
  books: numberOption(10_000, 20, 10_000_000),
  connections: numberOption(50, 1, 1000),
  sharing: flag(),
});
const warmUpSeconds = 5;
const query =
  'query List { books(first: 20) { nodes { id title price { amount currencyCode } stock seller { name } } } }';
const path = `/graphql?${new URLSearchParams({ query })}`;
const folder = join(places.data, 'repeated_reads', 'nginx');

interface Load {
  answers: number;
  failed: number;
  /** Milliseconds, sorted. */
  times: number[];
}

/** Asks by all connections as fast as answers come. */
async function repeat(port: number, headers: Record<string, string>, seconds: number): Promise<Load> {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: options.connections });
  const end = performance.now() + seconds * 1000;
  const times: number[] = [];
  let failed = 0;
  const goOn = async () => {
    while (performance.now() < end) {
      const since = performance.now();
      const { statusCode, body } = await pool.request({ method: 'GET', path, headers });
      const text = await body.text();
      const isAnswer = statusCode === 200 && text.startsWith('{"data":{"books":{"nodes":[{');
      if (isAnswer) times.push(performance.now() - since);
      else failed += 1;
    }
  };
  await Promise.all(Array.from({ length: options.connections }, goOn));
  await pool.close();
  return { answers: times.length, failed, times: times.sort((one, other) => one - other) };
}

async function tell(name: string, port: number, headers: Record<string, string>, pids: readonly number[]) {
  await repeat(port, headers, warmUpSeconds);
  const used = () => pids.reduce((sum, pid) => sum + cpuMilliseconds(pid), 0);
  const before = used();
  const { answers, failed, times } = await repeat(port, headers, options.seconds);
  const cost = (used() - before) / answers;
  const perSecond = answers / options.seconds;
  const at = (share: number) => times[Math.floor(share * times.length)]?.toFixed(1);
  console.log(
    `${name}: ${perSecond.toFixed(0)} a second, ${cost.toFixed(3)} ms of processor time each, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, ${failed} failed`,
  );
  return { perSecond, cost };
}

async function measure(store: TestStore, server: DatabaseServer): Promise<void> {
  const [gatewayUrl = ''] = store.description.gatewayUrls;
  process.env.DATABASE_URL_CATALOG = store.description.databases.catalog;
  await loadSyntheticBooks(openStore(gatewayUrl), options.books);
  const nginx = await startCachingNginx(folder, gatewayUrl);
  try {
    const pids = [...serviceNames.map(name => store.process(name).pid), server.pid, ...nginxPids(folder)];
    const preflight = { 'apollo-require-preflight': 'true' };
    const past = await tell('past the cache', nginx.port, { ...preflight, cookie: 'past=1' }, pids);
    const from = await tell('from the cache', nginx.port, preflight, pids);
    const ratios = [from.perSecond / past.perSecond, past.cost / from.cost].map(ratio => ratio.toFixed(0));
    console.log(`${ratios[0]} × as many a second, by ${ratios[1]} × less processor time each`);
  } finally {
    await nginx.stop();
  }
}

const settings = { LOG_LEVEL: 'warn', SHARE_FETCHES: String(options.sharing) };
await withOwnStore('repeated_reads', { settings }, measure).catch(error => {
  console.error(explain(error));
  process.exitCode = 1;
});
