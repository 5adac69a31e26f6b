import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { openScratchDatabase } from '../../testing/scratch-database.ts';
import type { Database } from '../database.ts';
import { newId } from '../ids.ts';
import { claimDeletion, concludeDeletion, type Deletion, renewDeletion } from './claim-deletion.ts';
import { accountDeletionTable } from './deletion-table.ts';
import { noteDeletion } from './note-deletion.ts';

let database: Database;
let userId: string;

beforeAll(async () => {
  database = await openScratchDatabase('erasing', [accountDeletionTable]);
});

afterAll(() => database.close());

beforeEach(async () => {
  await database.fork().execute('DELETE FROM account_deletion');
  userId = newId();
  await noteDeletion(database.fork(), userId);
});

async function claim(): Promise<Deletion> {
  const deletion = await claimDeletion(database.fork());
  if (!deletion) throw new Error('Nothing was due.');
  return deletion;
}

/** Claims it, and has the lease end in a moment. */
async function claimForAMoment(): Promise<Deletion> {
  const deletion = await claim();
  const em = database.fork();
  await em.execute('UPDATE account_deletion SET due_at = NOW(3) + INTERVAL 500000 MICROSECOND');
  const [row] = await em.execute<{ due_at: string }[]>(
    'SELECT CAST(due_at AS CHAR) AS due_at FROM account_deletion',
  );
  return { ...deletion, leasedUntil: row?.due_at ?? '' };
}

const isErased = async () =>
  (await database.fork().execute<unknown[]>('SELECT 1 FROM account_deletion WHERE erased_at IS NOT NULL'))
    .length === 1;

test('an erasure that goes on stays with who claimed it, however long it takes, and is concluded', async () => {
  const deletion = await claimForAMoment();
  await renewDeletion(database.fork(), deletion);
  await delay(700);
  expect(await claimDeletion(database.fork())).toBeUndefined();
  await concludeDeletion(database.fork(), { ...deletion, areTokensOver: true }, true);
  expect(await isErased()).toBe(true);
});

test('one that is silent is another’s then, and concludes nothing when it wakes', async () => {
  const asleep = await claimForAMoment();
  await delay(700);
  expect((await claim()).userId).toBe(userId);
  await renewDeletion(database.fork(), asleep);
  await concludeDeletion(database.fork(), { ...asleep, areTokensOver: true }, true);
  expect(await isErased()).toBe(false);
});

test('what became due again meanwhile is kept from nobody', async () => {
  const deletion = await claim();
  await noteDeletion(database.fork(), userId);
  await renewDeletion(database.fork(), deletion);
  expect((await claim()).userId).toBe(userId);
});
