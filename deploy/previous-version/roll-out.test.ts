import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { paced } from '../../load/paced.ts';
import { type ServiceName, serviceNames, services } from '../../runtime/services.ts';
import { driveStore } from '../../testing/drive-store.ts';
import { eventsAtRest } from '../../testing/events-at-rest.ts';
import { violations } from '../../testing/invariants.ts';
import { operations, setScene } from '../../testing/main-operations.ts';
import { nginxProgram } from '../../testing/nginx-program.ts';
import { nginxTest } from '../../testing/nginx-test.ts';
import { TestProcess } from '../../testing/test-process.ts';
import { settingsOf, startTestStore, type TestStore } from '../../testing/test-store.ts';
import { StoreUser } from '../../testing/use-store.ts';
import { askReady } from '../local/ask-ready.ts';
import { freePort } from '../local/free-port.ts';
import { migrateDatabases } from '../local/migrate.ts';
import { places, projectFolder } from '../local/places.ts';
import { checkOutPreviousVersion } from './check-out.ts';
import { hasHistory } from './find-previous-version.ts';
import { historyTest } from './history-test.ts';

// A store of the version before is brought to this version, and back, while people buy there.

const replicas = 2;
const pairs = 2;
const storiesASecond = 2;
const storiesOfAStage = 2 * pairs;
const patienceMilliseconds = 120_000;
const rollOutTest = hasHistory ? nginxTest : historyTest;

let previous: string;
let running: TestStore;
let store: StoreUser;

beforeAll(async () => {
  if (!hasHistory || !nginxProgram()) return;
  previous = await checkOutPreviousVersion();
  // The pages of the playground are built for this version alone.
  const settings = { DRAIN_SECONDS: '2', PLAYGROUND: 'false' };
  running = await startTestStore('rollout', { replicas, settings, code: previous });
  store = new StoreUser(running.description);
}, 600_000);

afterAll(() => running?.stop());

const migrate = (code: string) =>
  migrateDatabases(
    { ...process.env, ...settingsOf(running.description, 0) },
    new AbortController().signal,
    code,
  );

/** Has one replica of every service run another version, while the other goes on. */
async function change(replica: number, code: string): Promise<void> {
  const restart = (service: ServiceName) => {
    const process = running.process(service, replica);
    process.code = code;
    return process.restart({}, 'SIGTERM');
  };
  await Promise.all(serviceNames.map(restart));
}

/** A process of this version beside the store, which nobody is sent to. */
async function startAside(service: ServiceName): Promise<{ process: TestProcess; port: number }> {
  const { portSetting } = services[service];
  const port = await freePort();
  const settings = { ...settingsOf(running.description, 0), [portSetting]: String(port) };
  const logFile = join(places.data, 'test', 'logs', `roll-out-${service}-too-early.log`);
  const process = new TestProcess({ service, port, settings, logFile });
  process.start();
  return { process, port };
}

async function readyTells(port: number): Promise<string | undefined> {
  const deadline = Date.now() + patienceMilliseconds;
  for (;;) {
    const answer = await askReady('127.0.0.1', port);
    if (answer === undefined || answer.includes('checks') || Date.now() > deadline) return answer;
    await delay(50);
  }
}

/** Does all that the store is for, once. */
async function doEverything(): Promise<void> {
  const scene = await setScene(store);
  for (const [document, sender, variables] of Object.values(operations))
    await sender(scene).ask(document, variables(scene));
}

rollOutTest(
  'rolled out and back under load: no request fails, all is sound; what comes before its migrations says so',
  async () => {
    let stories = 0;
    let isOver = false;
    const pace = paced(storiesASecond);
    const next = async () => {
      await pace();
      stories += 1;
    };
    const load = driveStore(store, pairs, () => isOver, next);
    const stage = async () => {
      const enough = stories + storiesOfAStage;
      for (let times = 0; times < replicas; times += 1) await doEverything();
      const deadline = Date.now() + patienceMilliseconds;
      while (stories < enough && Date.now() < deadline) await delay(50);
      expect(stories).toBeGreaterThanOrEqual(enough);
    };

    await stage();
    const early = await Promise.all((['auth', 'catalog', 'purchase', 'worker'] as const).map(startAside));
    for (const { port } of early)
      expect(await readyTells(port)).toContain(
        '"schema":"older than this version of the store: run migrate first"',
      );
    await migrate(projectFolder);
    for (const { process } of early) await process.ready();
    for (const { process } of early) await process.stop();
    await stage();
    for (const replica of [1, 0]) {
      await change(replica, projectFolder);
      await stage();
    }
    await migrate(previous);
    for (const replica of [1, 0]) {
      await change(replica, previous);
      await stage();
    }

    isOver = true;
    const { requests, failures } = await load;
    console.log(`${stories} stories, ${requests} requests, ${failures.length} failed`);
    expect(failures).toEqual([]);
    await eventsAtRest(running.description);
    expect(await violations(store, new Map())).toEqual([]);
  },
  1_200_000,
);
