import { setTimeout as delay } from 'node:timers/promises';
import { explain } from '../deploy/local/explain.ts';
import { serviceNames, subgraphs } from '../runtime/services.ts';
import { driveStore } from '../testing/drive-store.ts';
import type { TestStore } from '../testing/test-store.ts';
import { ownTimeLimits } from '../testing/time-limits.ts';
import { StoreUser } from '../testing/use-store.ts';
import { judgeProcess } from './judge-process.ts';
import { liveMegabytes, tellsLiveMemory } from './live-memory.ts';
import { outboxLag } from './outbox-lag.ts';
import { withOwnStore } from './own-store.ts';
import { paced } from './paced.ts';
import { type ProcessSample, sampleProcess } from './process-sample.ts';
import { numberOption, readOptions } from './read-options.ts';

// The command `npm run soak`: keeps a store of its own under half of what it can bear, for an hour by default, and
// tells whether memory, file descriptors and the outbox stay as they were. Exits 1 where they do not. The store has its own
// time limits, as in production. Memory is what is left of the heap when garbage was collected (what lies between two
// collections rises and falls by half), and what is resident, which buffers outside of the heap are part of.

const { minutes, pairs } = readOptions({
  minutes: numberOption(60, 1, 10_080),
  pairs: numberOption(12, 1, 500),
});

/**
 * The shares of the time that are not judged: caches and pools fill up. The first look at the heap collects all garbage, for
 * which the process gives memory back; what is resident is sampled when it has taken that again.
 */
const warmUp = { heap: 0.1, resident: 0.2 };
const sampleMilliseconds = 5_000;
const mostLagMilliseconds = 2_000;

const seconds = (time: number) => time * 1000;

/**
 * Purchases a second, from offer to arrival, that the store goes through when all ask as fast as they can. At first
 * code that has not been compiled yet is slow. */
async function maximum(store: StoreUser, milliseconds: number): Promise<number> {
  const end = Date.now() + milliseconds;
  let stories = 0;
  const turn = async () => {
    stories += 1;
  };
  const { failures } = await driveStore(store, pairs, () => Date.now() > end, turn);
  return (stories - failures.length) / (milliseconds / 1000);
}

async function liveMemory(store: TestStore): Promise<Map<string, number>> {
  const told = serviceNames.map(async name => [name, await liveMegabytes(store.process(name).pid)] as const);
  return new Map(await Promise.all(told));
}

async function soak(store: TestStore, use: StoreUser): Promise<boolean> {
  await maximum(use, seconds(30));
  const rate = (await maximum(use, seconds(30))) / 2;
  if (rate <= 0) throw new Error('no purchase came to its end');
  console.log(`half of the maximum is ${rate.toFixed(1)} purchases a second, from offer to arrival`);
  const [ports] = store.description.ports;
  const began = Date.now();
  const milliseconds = minutes * 60_000;
  const end = began + milliseconds;
  const samples = new Map<string, ProcessSample[]>(serviceNames.map(name => [name, []]));
  const watching = (async () => {
    while (Date.now() < end) {
      await delay(sampleMilliseconds);
      if (Date.now() < began + milliseconds * warmUp.resident) continue;
      for (const name of serviceNames)
        samples.get(name)?.push(sampleProcess(store.process(name).pid, ports?.[name] ?? 0));
    }
  })();
  const atFirst = delay(milliseconds * warmUp.heap).then(() => liveMemory(store));
  const tally = await driveStore(use, pairs, () => Date.now() > end, paced(rate));
  await watching;
  const [first, last] = [await atFirst, await liveMemory(store)];

  let isSound = tally.failures.length === 0;
  console.log(
    `${tally.requests} requests in ${minutes} minutes, ${tally.failures.length} failed, the longest took ${tally.longestMilliseconds.toFixed(0)} ms`,
  );
  for (const failure of tally.failures.slice(0, 5)) console.log(`  ${failure}`);
  for (const [name, all] of samples) {
    const live = [first, last].map(each => each.get(name) ?? Number.NaN);
    const { isFlat, words } = judgeProcess(live, all);
    isSound &&= isFlat;
    console.log(`${isFlat ? '✓' : '✗'} ${name}: ${words}`);
  }
  const since = new Date(began).toISOString().replace('T', ' ').replace('Z', '');
  for (const subgraph of subgraphs) {
    const { events, p99 } = await outboxLag(use, subgraph, since);
    const isQuick = events > 0 && p99 < mostLagMilliseconds;
    isSound &&= isQuick;
    console.log(`${isQuick ? '✓' : '✗'} ${subgraph}: ${events} events, outbox lag p99 ${p99.toFixed(0)} ms`);
  }
  return isSound;
}

const settings = { ...ownTimeLimits, LOG_LEVEL: 'warn', NODE_OPTIONS: tellsLiveMemory };
await withOwnStore('soak', { settings }, async store => {
  if (!(await soak(store, new StoreUser(store.description)))) process.exitCode = 1;
}).catch(error => {
  console.error(explain(error));
  process.exitCode = 1;
});
