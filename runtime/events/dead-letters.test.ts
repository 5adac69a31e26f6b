import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { openScratchDatabase } from '../../testing/scratch-database.ts';
import { auditTables } from '../audit/tables.ts';
import type { Database } from '../database.ts';
import { newId } from '../ids.ts';
import { createLogger } from '../logger.ts';
import { listDeadLetters, replayDeadLetter } from './dead-letters.ts';
import type { Envelope } from './envelope.ts';
import { Inbox } from './inbox.ts';
import { incarnationTable } from './incarnation.ts';
import { inboxTables, originColumns, outboxTables } from './tables.ts';

let database: Database;
let isPoisoned = true;
let told: string[] = [];

beforeAll(async () => {
  database = await openScratchDatabase('dead_letters', [
    ...inboxTables,
    ...outboxTables,
    ...auditTables,
    ...originColumns,
    incarnationTable,
  ]);
});

beforeEach(async () => {
  isPoisoned = true;
  told = [];
  for (const table of ['inbox_event', 'inbox_subject'])
    await database.fork().execute(`TRUNCATE TABLE ${table}`, [], 'run');
});

afterAll(() => database.close());

const inbox = () =>
  new Inbox({
    em: database.fork(),
    handlers: {
      UserRegistered: async (_tx, { name }) => {
        if (isPoisoned) throw new Error('This one cannot be taken.');
        told.push(name);
      },
    },
    logger: createLogger('test', 'silent'),
  });

const envelope = (name: string): Envelope => {
  const subject = randomUUID();
  return {
    id: newId(),
    source: 'auth',
    stream: 'user',
    type: 'UserRegistered',
    version: 1,
    subject,
    sequence: 1,
    occurredAt: '2026-11-20T09:30:00.000Z',
    body: { userId: subject, name, role: 'CUSTOMER' },
  };
};

/** Has these events come and be given up. */
async function kill(events: Envelope[]): Promise<void> {
  await inbox().receive(events);
  for (let attempt = 0; attempt < 10; attempt += 1) {
    await database
      .fork()
      .execute('UPDATE inbox_event SET due_at = NOW(3) WHERE due_at IS NOT NULL', [], 'run');
    await inbox().applyDue();
  }
}

test('dead letters are listed page by page, the earliest first, and counted', async () => {
  const events = ['a', 'b', 'c'].map(envelope);
  await kill(events);
  const first = await listDeadLetters(database.fork(), { first: 2 });
  expect(first.nodes.map(({ id }) => id)).toEqual(events.slice(0, 2).map(({ id }) => id));
  expect(first.nodes[0]).toMatchObject({
    type: 'UserRegistered',
    stream: 'user',
    subject: events[0]?.subject,
    occurredAt: new Date('2026-11-20T09:30:00.000Z'),
    failure: 'This one cannot be taken.',
  });
  expect(Math.abs(Date.now() - (first.nodes[0]?.diedAt.getTime() ?? 0))).toBeLessThan(30_000);
  expect(first.pageInfo.hasNextPage).toBe(true);
  expect(await first.totalCount()).toBe(3);
  const second = await listDeadLetters(database.fork(), { first: 2, after: first.pageInfo.endCursor });
  expect(second.nodes.map(({ id }) => id)).toEqual([events[2]?.id]);
  expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
});

test('one that is replayed is applied, once; the others stay; what is none is not replayed', async () => {
  const events = ['a', 'b'].map(envelope);
  await kill(events);
  isPoisoned = false;
  const [a, b] = events;
  const replay = (id: string | undefined) => replayDeadLetter(database.fork(), id ?? '');
  expect(await replay(a?.id)).toBe(true);
  expect(await replay(a?.id)).toBe(false);
  expect(await replay(randomUUID())).toBe(false);
  expect(await replay("' OR 1=1 --")).toBe(false);
  await inbox().applyDue();
  expect(told).toEqual(['a']);
  expect(await replay(a?.id)).toBe(false);
  expect((await listDeadLetters(database.fork(), {})).nodes.map(({ id }) => id)).toEqual([b?.id]);
});
