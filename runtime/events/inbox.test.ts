import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newEvent } from '../../schema/events.ts';
import { readTestSettings } from '../../testing/env.ts';
import { openScratchDatabase } from '../../testing/scratch-database.ts';
import { auditTables } from '../audit/tables.ts';
import type { Database } from '../database.ts';
import { createLogger } from '../logger.ts';
import { acceptEvents } from './accept-events.ts';
import type { Envelope } from './envelope.ts';
import type { Handlers } from './handlers.ts';
import { Inbox } from './inbox.ts';
import { incarnationTable } from './incarnation.ts';
import { putInOutbox } from './put-in-outbox.ts';
import { sweepEvents } from './sweep-events.ts';
import { inboxTables, originColumns, outboxTables } from './tables.ts';

// How many events the model takes: EVENTS=10000 npm test -- inbox
const { EVENTS: events } = readTestSettings();
const eventsPerSubject = 20;

let database: Database;
let poisoned: string | undefined;
/** While it is applied the database is lost, once. */
let losing: string | undefined;
/** Those by which events took effect. */
const transactions = new Set<unknown>();

/** Leaves a trail that tells which events took effect, how often, and in which order. */
const leaveTrail: NonNullable<Handlers['UserUpdated']> = async (tx, { userId, name }) => {
  if (name === poisoned) throw new Error('This one cannot be taken.');
  if (name === losing) {
    losing = undefined;
    throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  }
  transactions.add(tx);
  await tx.execute(
    'INSERT INTO trail (subject, names) VALUES (?, ?) ON DUPLICATE KEY UPDATE names = CONCAT(names, " ", ?)',
    [userId, name, name],
    'run',
  );
};

const letPass = async () => {};

const openInbox = () =>
  new Inbox({
    em: database.fork(),
    handlers: { UserRegistered: leaveTrail, UserUpdated: leaveTrail, PurchasePaid: letPass },
    logger: createLogger('test', 'silent'),
  });

beforeAll(async () => {
  database = await openScratchDatabase('inbox', [
    ...inboxTables,
    incarnationTable,
    ...outboxTables,
    ...auditTables,
    ...originColumns,
    'CREATE TABLE trail (subject CHAR(36) PRIMARY KEY, names TEXT)',
  ]);
});

beforeEach(async () => {
  poisoned = undefined;
  losing = undefined;
  transactions.clear();
  for (const table of ['inbox_event', 'inbox_subject', 'outbox_event', 'outbox_subject', 'trail'])
    await database.fork().execute(`TRUNCATE TABLE ${table}`, [], 'run');
});

afterAll(() => database.close());

const rows = <Row>(statement: string, values: unknown[] = []) =>
  database.fork().execute<Row[]>(statement, values);

const trails = async () =>
  new Map(
    (await rows<{ subject: string; names: string }>('SELECT subject, names FROM trail')).map(
      ({ subject, names }) => [subject, names],
    ),
  );

/** The events about a subject: n1, n2 … */
const story = (subject: string, length: number): Envelope[] =>
  Array.from({ length }, (_, index) => ({
    id: randomUUID(),
    source: 'auth',
    stream: 'user',
    type: index === 0 ? 'UserRegistered' : 'UserUpdated',
    version: 1,
    subject,
    sequence: index + 1,
    occurredAt: new Date().toISOString(),
    body: { userId: subject, name: `n${index + 1}`, role: 'CUSTOMER' },
  }));

const names = (length: number) => Array.from({ length }, (_, index) => `n${index + 1}`).join(' ');

function* inBatches<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

test(`${events} events, each delivered 1 to 5 times, in any order, to two replicas at once: as once, in order`, async () => {
  const everything = Array.from({ length: Math.ceil(events / eventsPerSubject) }, () =>
    story(randomUUID(), eventsPerSubject),
  ).flat();
  const deliveries = fc
    .array(fc.integer({ min: 1, max: 5 }), { minLength: everything.length, maxLength: everything.length })
    .map(times =>
      everything.flatMap((event, index) => Array.from({ length: times[index] ?? 1 }, () => event)),
    )
    .chain(all => fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }));
  const property = fc.asyncProperty(deliveries, fc.integer({ min: 1, max: 40 }), async (order, batchSize) => {
    for (const table of ['inbox_event', 'inbox_subject', 'trail'])
      await database.fork().execute(`TRUNCATE TABLE ${table}`, [], 'run');
    const batches = inBatches(order, batchSize);
    await Promise.all(
      Array.from({ length: 6 }, async (_, index) => {
        const inbox = index % 2 ? first : second;
        for (const batch of batches) await inbox.receive(batch);
      }),
    );
    const found = await trails();
    expect(found.size).toBe(everything.length / eventsPerSubject);
    expect(new Set(found.values())).toEqual(new Set([names(eventsPerSubject)]));
    expect(await rows('SELECT 1 FROM inbox_event WHERE applications <> 1 OR due_at IS NOT NULL')).toEqual([]);
  });
  const [first, second] = [openInbox(), openInbox()];
  await fc.assert(property, { numRuns: events > 1_000 ? 1 : 3, endOnFailure: true });
});

test('an event that comes before its time waits for the one before it', async () => {
  const inbox = openInbox();
  const subject = randomUUID();
  const [one, two, three] = story(subject, 3);
  if (!one || !two || !three) throw new Error('too few');
  await inbox.receive([three]);
  await inbox.receive([two]);
  expect((await trails()).get(subject)).toBeUndefined();
  await inbox.receive([one]);
  expect((await trails()).get(subject)).toBe('n1 n2 n3');
});

test('what waits of one subject takes effect by one transaction, however it came', async () => {
  const inbox = openInbox();
  const subject = randomUUID();
  const [one, ...others] = story(subject, 10);
  if (!one) throw new Error('too few');
  await inbox.receive(others);
  await inbox.receive([one]);
  expect((await trails()).get(subject)).toBe(names(10));
  expect(transactions.size).toBe(1);
});

test('those behind the ones of a transaction are applied also when its process comes no further', async () => {
  const inbox = openInbox();
  const subject = randomUUID();
  const [one, ...others] = story(subject, 12);
  if (!one) throw new Error('too few');
  await inbox.receive(others);
  losing = 'n11';
  await inbox.receive([one]);
  expect((await trails()).get(subject)).toBe(names(10));
  await database.fork().execute('UPDATE inbox_event SET due_at = NOW(3) WHERE due_at IS NOT NULL', [], 'run');
  await inbox.applyDue();
  expect((await trails()).get(subject)).toBe(names(12));
});

test('what a lost database takes back is applied later', async () => {
  const inbox = openInbox();
  const subject = randomUUID();
  losing = 'n3';
  await inbox.receive(story(subject, 4));
  expect((await trails()).get(subject)).toBeUndefined();
  await database.fork().execute('UPDATE inbox_event SET due_at = NOW(3) WHERE due_at IS NOT NULL', [], 'run');
  await inbox.applyDue();
  expect((await trails()).get(subject)).toBe(names(4));
  expect(await rows('SELECT 1 FROM inbox_event WHERE applications <> 1 OR due_at IS NOT NULL')).toEqual([]);
});

test('the next in order stays due, whoever waits for it', async () => {
  const inbox = openInbox();
  const subject = randomUUID();
  const [one, two] = story(subject, 2);
  if (!one || !two) throw new Error('too few');
  const isDue = async (id: string) =>
    (await rows('SELECT 1 FROM inbox_event WHERE event_id = ? AND due_at IS NOT NULL', [id])).length === 1;
  await inbox.receive([two]);
  expect(await isDue(two.id)).toBe(false);
  // Another process has kept the first one, and dies before it applies it.
  await acceptEvents(database.fork(), [one]);
  await database
    .fork()
    .execute('UPDATE inbox_event SET dead_at = NOW(3) WHERE event_id = ?', [one.id], 'run');
  await inbox.receive([{ ...two, id: randomUUID(), sequence: 3 }]);
  expect(await isDue(one.id)).toBe(true);
});

test('a hundred of one subject at once, by as many connections: no deadlock keeps one from being applied', async () => {
  const inbox = openInbox();
  const subject = randomUUID();
  const events = story(subject, 100);
  await Promise.all(events.map(event => inbox.receive([event])));
  expect((await trails()).get(subject)).toBe(names(100));
  expect(await rows('SELECT 1 FROM inbox_event WHERE due_at IS NOT NULL')).toEqual([]);
});

describe('a poisoned event', () => {
  test('holds back its own subject alone, becomes a dead letter, and is replayed in its place', async () => {
    const inbox = openInbox();
    const [ill, well] = [randomUUID(), randomUUID()];
    poisoned = 'n2';
    const stories = story(ill, 3);
    await inbox.receive(stories);
    const others = story(well, 1);
    await inbox.receive(others);
    expect(await trails()).toEqual(
      new Map([
        [ill, 'n1'],
        [well, 'n1'],
      ]),
    );

    for (let attempt = 0; attempt < 10; attempt += 1) {
      await database
        .fork()
        .execute('UPDATE inbox_event SET due_at = NOW(3) WHERE due_at IS NOT NULL', [], 'run');
      await inbox.applyDue();
    }
    const dead = await rows<{ event_id: string; failure: string }>(
      'SELECT event_id, failure FROM inbox_event WHERE dead_at IS NOT NULL',
    );
    expect(dead).toEqual([{ event_id: stories[1]?.id, failure: 'This one cannot be taken.' }]);
    expect(await inbox.applyDue()).toBe(0);

    poisoned = undefined;
    await database
      .fork()
      .execute(
        'UPDATE inbox_event SET dead_at = NULL, attempts = 0, due_at = NOW(3) WHERE dead_at IS NOT NULL',
        [],
        'run',
      );
    await inbox.applyDue();
    expect((await trails()).get(ill)).toBe('n1 n2 n3');
  });

  test.each([
    ['of a version that is not known', { version: 7 }, /version 7 is not known/],
    ['with a body that is not sound', { body: { userId: 'nobody' } }, /body of UserRegistered is not sound/],
  ])('%s is a dead letter at once', async (_, change, reason) => {
    const inbox = openInbox();
    const [event] = story(randomUUID(), 1);
    if (!event) throw new Error('too few');
    await inbox.receive([{ ...event, ...change }, ...story(randomUUID(), 1)]);
    const dead = await rows<{ failure: string }>('SELECT failure FROM inbox_event WHERE dead_at IS NOT NULL');
    expect(dead).toHaveLength(1);
    expect(dead[0]?.failure).toMatch(reason);
    expect((await trails()).size).toBe(1);
  });

  test.each([
    ['in a stream that is not known', "stream = 'none'"],
    ['in the stream of another type', "type = 'PurchasePaid'"],
  ])('that is kept already, %s, is a dead letter too', async (_, change) => {
    const inbox = openInbox();
    const event = story(randomUUID(), 1);
    await acceptEvents(database.fork(), event);
    await database.fork().execute(`UPDATE inbox_event SET ${change}, due_at = NOW(3)`, [], 'run');
    await inbox.applyDue();
    expect(await rows('SELECT 1 FROM inbox_event WHERE dead_at IS NOT NULL')).toHaveLength(1);
  });

  test('of a type that nobody here cares about passes', async () => {
    const inbox = openInbox();
    const [one, two] = story(randomUUID(), 2);
    if (!one || !two) throw new Error('too few');
    await inbox.receive([{ ...one, type: 'SomethingNew', version: 3 }, two]);
    expect([...(await trails()).values()]).toEqual(['n2']);
  });
});

test('what was delivered and applied a week ago is swept away, what was not stays', async () => {
  const inbox = openInbox();
  poisoned = 'n2';
  await inbox.receive([...story(randomUUID(), 2)]);
  await database.fork().transactional(async tx => {
    for (const [index, userId] of [randomUUID(), randomUUID()].entries()) {
      await putInOutbox(tx, newEvent('UserUpdated', userId, { userId, name: 'Ann', role: 'CUSTOMER' }));
      if (index === 0)
        await tx.execute('UPDATE outbox_event SET delivered_at = NOW(3), due_at = NULL', [], 'run');
    }
  });
  const kept = async () => [
    (await rows('SELECT 1 FROM inbox_event')).length,
    (await rows('SELECT 1 FROM outbox_event')).length,
  ];
  await sweepEvents(database.fork());
  expect(await kept()).toEqual([2, 2]);
  for (const column of [
    'inbox_event SET applied_at = applied_at',
    'outbox_event SET delivered_at = delivered_at',
  ])
    await database.fork().execute(`UPDATE ${column} - INTERVAL 8 DAY`, [], 'run');
  await sweepEvents(database.fork());
  expect(await kept()).toEqual([1, 1]);
});

test('an event that comes again after its row was swept away is known to be an old one', async () => {
  const inbox = openInbox();
  const subject = randomUUID();
  const events = story(subject, 2);
  await inbox.receive(events);
  await database.fork().execute('DELETE FROM inbox_event', [], 'run');
  await inbox.receive(events);
  expect((await trails()).get(subject)).toBe('n1 n2');
  expect(await rows('SELECT 1 FROM inbox_event')).toEqual([]);
});

describe('events from before a restore of their source', () => {
  beforeEach(async () => {
    await database.fork().execute('DELETE FROM incarnation', [], 'run');
    await database.fork().execute("INSERT INTO incarnation VALUES ('auth', 1000)", [], 'run');
  });

  afterEach(() => database.fork().execute('DELETE FROM incarnation', [], 'run'));

  test('are left out, and those that take their numbers take effect', async () => {
    const inbox = openInbox();
    const subject = randomUUID();
    const [one, two, three] = story(subject, 3);
    if (!one || !two || !three) throw new Error('too few');
    const again: Envelope = { ...three, id: randomUUID(), sequence: 2, incarnation: 1000 };
    await inbox.receive([{ ...one, incarnation: 1000 }]);
    await inbox.receive([{ ...two, incarnation: 999 }]);
    await inbox.receive([again, { ...two, incarnation: 0 }]);
    expect((await trails()).get(subject)).toBe('n1 n3');
    expect(await rows('SELECT 1 FROM inbox_event')).toHaveLength(2);
  });

  test('of other sources, of later restores and of senders that tell none are kept', async () => {
    const inbox = openInbox();
    const subjects = [1000, 1001, undefined].map(incarnation => ({ incarnation, id: randomUUID() }));
    for (const { incarnation, id } of subjects)
      await inbox.receive(story(id, 2).map(event => (incarnation ? { ...event, incarnation } : event)));
    expect([...(await trails()).values()]).toEqual(['n1 n2', 'n1 n2', 'n1 n2']);
  });
});
