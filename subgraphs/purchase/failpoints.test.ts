import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventsAtRest } from '../../testing/events-at-rest.ts';
import { inTurn, isFull, variant } from '../../testing/figures.ts';
import { violations } from '../../testing/invariants.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { ownLimitsOfHangs } from '../../testing/time-limits.ts';
import { untilAnswered } from '../../testing/until-answered.ts';
import { StoreUser } from '../../testing/use-store.ts';
import { type FailpointMode, Victim } from '../../testing/victim.ts';
import { cast, endOf, type LastStep, stories } from './failpoint-stories.ts';
import { failpoints, laterFailpoints, type Story } from './failpoint-table.ts';

const reservationSeconds = 15;
/** So many seconds a purchase may take to its end: twice its reservation on a machine that does nothing else. */
const longest = (isFull ? 2 : 4) * reservationSeconds;
/** So long a process that has failed is left alone before it fails again. */
const breathMilliseconds = 1_000;
const modesOfAProcessThatLives = ['hang', 'error', 'delay', 'duplicate'] as const;

/** A story that met a failpoint, and when. */
interface Met {
  name: string;
  story: Story;
  buyerId: string;
  at: number;
  lastStep: LastStep;
}

let running: TestStore;
let store: StoreUser;
const met: Met[] = [];
const put = new Map<string, number>();

beforeAll(async () => {
  const settings = {
    RESERVATION_SECONDS: String(reservationSeconds),
    PAYMENT_TIMEOUT_MS: '500',
    ...ownLimitsOfHangs,
  };
  running = await startTestStore('failpoints', { lanes: 3, settings });
  store = new StoreUser(running.description);
});

afterAll(async () => {
  await running.stop();
});

/** A story up to its last step. */
async function begin(story: Story): Promise<Omit<Met, 'name' | 'at'>> {
  const people = await cast(store);
  put.set(people.bookId, 1);
  return { story, buyerId: people.buyer.id, lastStep: await stories[story](people) };
}

/** Tells a story in which a process of a lane fails at its last step; who asked for it gives up, and asks again. */
async function meet(
  lane: number,
  victims: Record<'purchase' | 'catalog', Victim>,
  [failpoint, process, story]: (typeof failpoints)[number],
  mode: FailpointMode,
): Promise<void> {
  const { lastStep, ...begun } = await begin(story);
  const at = await victims[process].strike(failpoint, mode, () => lastStep(lane));
  met.push({ name: `${failpoint}:${mode}`, ...begun, at, lastStep });
  // A payment is left to the worker.
  if (story !== 'pay') repeated.push(untilAnswered(() => lastStep(0)));
}
const repeated: Promise<unknown>[] = [];

async function victimsOf(lane: number) {
  const victims = {
    purchase: new Victim(running.process('purchase', lane), `purchase-${lane}`),
    catalog: new Victim(running.process('catalog', lane), `catalog-${lane}`),
  };
  await Promise.all([victims.purchase.start(), victims.catalog.start()]);
  return victims;
}

async function killAtEach(): Promise<void> {
  const victims = await victimsOf(1);
  for (const failpoint of inTurn(failpoints, 2)) await meet(1, victims, failpoint, 'kill');
}

const slots = 2 * modesOfAProcessThatLives.length;

/** How the process fails at a failpoint and lives: in every way in full; else each way of each in a turn of its own. */
const modesFor = (place: number): readonly FailpointMode[] =>
  modesOfAProcessThatLives.filter((_, index) => isFull || (2 * index + place) % slots === variant % slots);

async function failAtEach(): Promise<void> {
  const victims = await victimsOf(2);
  for (const [place, failpoint] of failpoints.entries())
    for (const mode of modesFor(place)) await meet(2, victims, failpoint, mode);
}

async function placeOrder(name: string): Promise<void> {
  const { lastStep, ...begun } = await begin('order');
  await untilAnswered(() => lastStep(0));
  met.push({ name, ...begun, at: Date.now(), lastStep });
}

/** There is one of it: what it fails at, it takes up again by itself, or once it was started again. */
async function failLaterAtEach(service: 'worker' | 'auth'): Promise<void> {
  const victim = new Victim(running.process(service), service);
  await victim.start();
  for (const [place, failpoint] of laterFailpoints[service].entries()) {
    for (const mode of ['kill', ...modesFor(place)] as const) {
      let orders = 0;
      await victim.strike(failpoint, mode, async () => {
        orders += 1;
        const placed = placeOrder(`${failpoint}:${mode} ${orders}`);
        repeated.push(placed);
        await placed;
        await delay(breathMilliseconds);
      });
      await delay(breathMilliseconds);
    }
  }
}

/** Waits until nothing is left to do by itself, which must not take long. */
async function comeToRest(): Promise<void> {
  const deadline = Date.now() + longest * 1_000;
  for (;;) {
    const open = await store.rows(
      'purchase',
      `SELECT p.id FROM purchase p LEFT JOIN payment y ON y.id = p.payment_id
       WHERE p.status IN ('PENDING', 'AWAITING_PAYMENT') OR p.release_due
         OR y.status IN ('PENDING', 'AUTHORIZED') OR (p.status = 'CANCELLED' AND y.status = 'CAPTURED')`,
    );
    if (open.length === 0) return;
    if (Date.now() > deadline) throw new Error(`${open.length} purchases are stuck`);
    await delay(200);
  }
}

test('purchases meet every failpoint', async () => {
  await Promise.all([killAtEach(), failAtEach(), failLaterAtEach('worker'), failLaterAtEach('auth')]);
  await Promise.all(repeated);
  await comeToRest();
}, 600_000);

test('each ends as it must in time, whoever asked for it gave up or asked again', async () => {
  const rows = await store.rows<{ buyer_id: string; status: string; begun: number; ended: number }>(
    'purchase',
    `SELECT p.buyer_id, p.status, UNIX_TIMESTAMP(p.created_at) * 1000 AS begun, UNIX_TIMESTAMP(e.at) * 1000 AS ended
     FROM purchase p JOIN purchase_event e ON e.purchase_id = p.id AND e.status = p.status`,
  );
  const ends = met.map(({ name, story, buyerId, at }) => {
    const own = rows.filter(row => row.buyer_id === buyerId);
    const isLate = own.some(row => row.ended - (story === 'order' ? row.begun : at) > 1_000 * longest);
    return [name, isLate ? 'late' : own.map(row => row.status).join(' and ')];
  });
  expect(Object.fromEntries(ends)).toEqual(
    Object.fromEntries(met.map(({ name, story }) => [name, endOf[story]])),
  );
});

test('the same key tells the same purchase after all of it', async () => {
  for (const { story, lastStep } of met)
    if (story === 'pay') expect(await lastStep(0)).toMatchObject({ purchase: { status: 'PAID' } });
  for (const { story, lastStep } of met)
    if (story === 'order') expect(await lastStep(0)).toMatchObject({ purchase: { status: 'EXPIRED' } });
  const [counted] = await store.rows<{ purchases: number }>(
    'purchase',
    'SELECT COUNT(*) AS purchases FROM purchase',
  );
  expect(counted?.purchases).toBe(met.length);
});

test('no copy and no money is lost or doubled, and every event was told', async () => {
  await eventsAtRest(running.description);
  expect(await violations(store, put)).toEqual([]);
});

test('there is no other failpoint', () => {
  const named = ['.', '../catalog', '../../runtime/events'].flatMap(folder => {
    const url = new URL(`${folder}/`, import.meta.url);
    const files = readdirSync(url).filter(file => file.endsWith('.ts') && !file.includes('failpoint'));
    return files.flatMap(file => {
      const matches = readFileSync(new URL(file, url), 'utf8').matchAll(
        /\b(?:failpoint|step)\(\s*'([^']+)'/g,
      );
      return Array.from(matches, ([, name = '']) => name);
    });
  });
  expect(named.sort()).toEqual(
    [...failpoints.map(([name]) => name), ...laterFailpoints.worker, ...laterFailpoints.auth].sort(),
  );
});
