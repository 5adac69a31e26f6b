import { afterAll, beforeAll, expect } from '@jest/globals';
import { serviceNames } from '../../runtime/services.ts';
import { driveStore } from '../../testing/drive-store.ts';
import { readTestSettings } from '../../testing/env.ts';
import { nginxTest } from '../../testing/nginx-test.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { ownTimeLimits } from '../../testing/time-limits.ts';
import { StoreUser } from '../../testing/use-store.ts';

// ROLLING_RESTARTS=7 npm test -- rolling-restart: the long run, with the time limits of production.
const { ROLLING_RESTARTS: rounds } = readTestSettings();
const leastRequests = rounds > 1 ? 50_000 : 1_000;
const replicas = 2;
const pairs = rounds > 1 ? 20 : 5;

let running: TestStore;

beforeAll(async () => {
  const settings = { DRAIN_SECONDS: '2', ...(rounds > 1 && ownTimeLimits) };
  running = await startTestStore('rolling', { replicas, settings });
});

afterAll(async () => {
  await running.stop();
});

async function restartEveryProcess(): Promise<void> {
  for (const service of serviceNames)
    for (let replica = 0; replica < replicas; replica += 1)
      await running.process(service, replica).restart({}, 'SIGTERM');
}

nginxTest(
  'every process is restarted, one after another, under load: no request fails',
  async () => {
    let isOver = false;
    const load = driveStore(new StoreUser(running.description), pairs, () => isOver);
    for (let round = 0; round < rounds; round += 1) await restartEveryProcess();
    isOver = true;
    const { requests, failures, longestMilliseconds } = await load;
    console.log(
      `${rounds} × ${serviceNames.length * replicas} restarts: ${requests} requests, ${failures.length} failed, the longest took ${Math.round(longestMilliseconds)} ms`,
    );
    expect(failures).toEqual([]);
    expect(requests).toBeGreaterThan(leastRequests);
  },
  120_000 * (rounds + 1),
);
