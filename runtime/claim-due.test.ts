import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { EntityManager } from '@mikro-orm/mysql';
import { openScratchDatabase } from '../testing/scratch-database.ts';
import { claimDue } from './claim-due.ts';
import type { Database } from './database.ts';

let database: Database;

beforeAll(async () => {
  const table =
    'CREATE TABLE task (id INT NOT NULL PRIMARY KEY, due_at DATETIME(3) NULL, KEY task_due (due_at))';
  database = await openScratchDatabase('claim_due', [table]);
});

afterAll(() => database.close());

beforeEach(() => database.fork().execute('DELETE FROM task'));

/** Claims what is due, and takes it off. */
async function claim(tx: EntityManager): Promise<number[]> {
  const rows = await tx.execute<{ id: number }[]>(
    'SELECT id FROM task WHERE due_at <= NOW(3) FOR UPDATE SKIP LOCKED',
  );
  await tx.execute('UPDATE task SET due_at = NULL WHERE due_at <= NOW(3)');
  return rows.map(({ id }) => id);
}

const claimTasks = () => claimDue(database.fork(), 'task', claim);

test('what is due is claimed, once; what is due later, or never, is not', async () => {
  await database
    .fork()
    .execute('INSERT INTO task (id, due_at) VALUES (1, NOW(3)), (2, NOW(3) + INTERVAL 1 HOUR), (3, NULL)');
  expect(await claimTasks()).toEqual([1]);
  expect(await claimTasks()).toBeUndefined();
});

test('where nothing is due, nothing begins', async () => {
  const begin = async () => {
    throw new Error('A transaction began.');
  };
  await database.fork().execute('INSERT INTO task (id, due_at) VALUES (1, NOW(3) + INTERVAL 1 HOUR)');
  expect(await claimDue(database.fork(), 'task', begin)).toBeUndefined();
});
