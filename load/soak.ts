import { setTimeout as delay } from 'node:timers/promises';
import { explain } from '../deploy/local/explain.ts';
import { serviceNames, subgraphs } from '../runtime/services.ts';
import { driveStore } from '../testing/drive-store.ts';
import { median } from '../testing/median.ts';
import type { TestStore } from '../testing/test-store.ts';
import { StoreUser } from '../testing/use-store.ts';
import { liveMegabytes, tellsLiveMemory } from './live-memory.ts';
import { outboxLag } from './outbox-lag.ts';
import { withOwnStore } from './own-store.ts';
import { paced } from './paced.ts';
import { type ProcessSample, sampleProcess } from './process-sample.ts';
import { numberOption, readOptions } from './read-options.ts';

// The command `npm run soak`: keeps a store of its own under half of what it can bear, for an hour by default, and
// tells whether memory, file descriptors and the outbox stay as they were. Exits 1 where they do not.
// Memory is what is left of the heap when garbage was collected: what lies between two collections rises and falls by half.

const { minutes, pairs } = readOptions({
  minutes: numberOption(60, 1, 10_080),
  pairs: numberOption(12, 1, 500),
});

/** The share of the time that is not judged: caches and pools fill up. */
const warmUp = 0.1;
const sampleMilliseconds = 5_000;
const most = { memoryGrowth: 0.1, descriptors: 10, lagMilliseconds: 2_000 };

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
  await driveStore(store, pairs, () => Date.now() > end, turn);
  return stories / (milliseconds / 1000);
}

/** What lay in the middle in each tenth of the time; fewer parts where there are fewer samples. */
function middleOfTenths(samples: number[]): number[] {
  const parts = Math.min(10, samples.length);
  const from = (part: number) => Math.floor((part * samples.length) / parts);
  return Array.from({ length: parts }, (_, part) => median(samples.slice(from(part), from(part + 1))));
}

async function liveMemory(store: TestStore): Promise<Map<string, number>> {
  const told = serviceNames.map(async name => [name, await liveMegabytes(store.process(name).pid)] as const);
  return new Map(await Promise.all(told));
}

const rise = (values: number[]) => (values.at(-1) ?? 0) - (values[0] ?? 0);

async function soak(store: TestStore, use: StoreUser): Promise<boolean> {
  await maximum(use, seconds(30));
  const rate = (await maximum(use, seconds(30))) / 2;
  console.log(`half of the maximum is ${rate.toFixed(1)} purchases a second, from offer to arrival`);
  const [ports] = store.description.ports;
  const began = Date.now();
  const end = began + minutes * 60_000;
  const judgedFrom = began + minutes * 60_000 * warmUp;
  const samples = new Map<string, ProcessSample[]>(serviceNames.map(name => [name, []]));
  const watching = (async () => {
    while (Date.now() < end) {
      await delay(sampleMilliseconds);
      if (Date.now() < judgedFrom) continue;
      for (const name of serviceNames)
        samples.get(name)?.push(sampleProcess(store.process(name).pid, ports?.[name] ?? 0));
    }
  })();
  const atFirst = delay(judgedFrom - began).then(() => liveMemory(store));
  const tally = await driveStore(use, pairs, () => Date.now() > end, paced(rate));
  await watching;
  const [first, last] = [await atFirst, await liveMemory(store)];

  let isSound = tally.failures.length === 0;
  console.log(
    `${tally.requests} requests in ${minutes} minutes, ${tally.failures.length} failed, the longest took ${tally.longestMilliseconds.toFixed(0)} ms`,
  );
  for (const failure of tally.failures.slice(0, 5)) console.log(`  ${failure}`);
  for (const [name, all] of samples) {
    const megabytes = middleOfTenths(all.map(sample => sample.megabytes));
    const descriptors = middleOfTenths(all.map(sample => sample.descriptors));
    const connections = middleOfTenths(all.map(sample => sample.connections));
    const [liveFirst, liveLast] = [first.get(name) ?? Number.NaN, last.get(name) ?? Number.NaN];
    const growth = liveLast / liveFirst - 1;
    const isFlat = growth <= most.memoryGrowth && rise(descriptors) <= most.descriptors;
    isSound &&= isFlat;
    console.log(
      `${isFlat ? '✓' : '✗'} ${name}: ${liveFirst.toFixed(1)} → ${liveLast.toFixed(1)} MB live (${(growth * 100).toFixed(1)} %), ${megabytes.map(Math.round).join(' ')} MB resident, ${descriptors.join(' ')} descriptors, ${connections.join(' ')} connections to it`,
    );
  }
  const since = new Date(began).toISOString().replace('T', ' ').replace('Z', '');
  for (const subgraph of subgraphs) {
    const { events, p99 } = await outboxLag(use, subgraph, since);
    const isQuick = events > 0 && p99 < most.lagMilliseconds;
    isSound &&= isQuick;
    console.log(`${isQuick ? '✓' : '✗'} ${subgraph}: ${events} events, outbox lag p99 ${p99.toFixed(0)} ms`);
  }
  return isSound;
}

const settings = { LOG_LEVEL: 'warn', NODE_OPTIONS: tellsLiveMemory };
await withOwnStore('soak', { settings }, async store => {
  if (!(await soak(store, new StoreUser(store.description)))) process.exitCode = 1;
}).catch(error => {
  console.error(explain(error));
  process.exitCode = 1;
});
