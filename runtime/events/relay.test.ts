import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newEvent } from '../../schema/events.ts';
import { openScratchDatabase } from '../../testing/scratch-database.ts';
import { auditTables } from '../audit/tables.ts';
import type { Database } from '../database.ts';
import { createLogger } from '../logger.ts';
import type { EventTransport } from './event-transport.ts';
import { Inbox } from './inbox.ts';
import { incarnationTable } from './incarnation.ts';
import { putInOutbox } from './put-in-outbox.ts';
import { Relay } from './relay.ts';
import { inboxTables, originColumns, outboxTables } from './tables.ts';

const logger = createLogger('test', 'silent');

let database: Database;
let inbox: Inbox;

beforeAll(async () => {
  database = await openScratchDatabase('relay', [
    ...outboxTables,
    ...auditTables,
    ...inboxTables,
    ...originColumns,
    incarnationTable,
    'CREATE TABLE told (name VARCHAR(100))',
  ]);
  inbox = new Inbox({
    em: database.fork(),
    handlers: {
      UserRegistered: async (tx, { name }) => {
        await tx.execute('INSERT INTO told (name) VALUES (?)', [name], 'run');
      },
    },
    logger,
  });
});

afterAll(() => database.close());

/** Takes parcels to the inbox, when it is told to go on. */
const transport = (isOpen: Promise<unknown>): EventTransport => ({
  async deliver(parcels) {
    await isOpen;
    await inbox.receive(parcels.map(({ event }) => event));
    return parcels.map(({ event }) => ({ eventId: event.id, deliveredTo: ['catalog'], complete: true }));
  },
  close: async () => {},
});

const openRelay = (isOpen: Promise<unknown> = Promise.resolve(), leaseSeconds = 1) =>
  new Relay({ em: database.fork(), source: 'auth', transport: transport(isOpen), logger, leaseSeconds });

const register = (name: string) =>
  database.fork().transactional(tx => {
    const userId = randomUUID();
    return putInOutbox(tx, newEvent('UserRegistered', userId, { userId, name, role: 'CUSTOMER' }));
  });

const told = async () =>
  (await database.fork().execute<{ name: string }[]>('SELECT name FROM told ORDER BY name')).map(
    ({ name }) => name,
  );

test('an event of a transaction that was rolled back was never there', async () => {
  const work = database.fork().transactional(async tx => {
    const userId = randomUUID();
    await putInOutbox(tx, newEvent('UserRegistered', userId, { userId, name: 'Nobody', role: 'CUSTOMER' }));
    throw new Error('no');
  });
  await expect(work).rejects.toThrow('no');
  expect(await openRelay().deliverDue()).toBe(0);
});

test('an event tells when its source was restored last', async () => {
  const incarnations: unknown[] = [];
  const listening: EventTransport = {
    async deliver(parcels) {
      incarnations.push(...parcels.map(({ event }) => event.incarnation));
      return parcels.map(({ event }) => ({ eventId: event.id, deliveredTo: [], complete: true }));
    },
    close: async () => {},
  };
  const deliver = async () => {
    await register('Eva');
    const relay = new Relay({ em: database.fork(), source: 'auth', transport: listening, logger });
    await relay.deliverDue();
  };
  await deliver();
  await database
    .fork()
    .execute("INSERT INTO incarnation VALUES ('auth', 1795257537000), ('catalog', 7)", [], 'run');
  await deliver();
  await database.fork().execute('DELETE FROM incarnation', [], 'run');
  expect(incarnations).toEqual([0, 1_795_257_537_000]);
});

test('a body that is not as the type wants it never gets into an outbox', () => {
  expect(() =>
    newEvent('UserRegistered', randomUUID(), { userId: 'nobody', name: 'Ann', role: 'CUSTOMER' }),
  ).toThrow(/userId/);
});

test('what one relay holds no other one takes; when it sleeps through its lease another one does, and its waking changes nothing', async () => {
  await register('Ann');
  const nap = Promise.withResolvers<void>();
  const sleeper = openRelay(nap.promise);
  const sleeping = sleeper.deliverDue();
  await delay(200);
  expect(await openRelay().deliverDue()).toBe(0);
  await delay(1_200);
  const other = openRelay();
  expect(await other.deliverDue()).toBe(1);
  const state = () =>
    database.fork().execute('SELECT owner, due_at, delivered_at, attempts FROM outbox_event');
  const before = await state();
  nap.resolve();
  expect(await sleeping).toBe(1);
  expect(await state()).toEqual(before);
  expect(await told()).toEqual(['Ann']);
});

test('what a relay that slept tells of events that another one holds by now is not written down', async () => {
  await register('Zoe');
  const naps = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const failing = (isOpen: Promise<unknown>) =>
    new Relay({
      em: database.fork(),
      source: 'auth',
      transport: {
        async deliver(parcels) {
          await isOpen;
          return parcels.map(({ event }) => ({ eventId: event.id, deliveredTo: [], complete: false }));
        },
        close: async () => {},
      },
      logger,
      leaseSeconds: 1,
    }).deliverDue();
  const sleeping = [failing(naps[0]?.promise ?? Promise.resolve())];
  await delay(1_200);
  sleeping.push(openRelay(naps[1]?.promise).deliverDue());
  await delay(200);
  const state = () =>
    database.fork().execute('SELECT owner, due_at, attempts FROM outbox_event WHERE delivered_at IS NULL');
  const before = await state();
  expect(before).toMatchObject([{ attempts: 0 }]);
  naps[0]?.resolve();
  await sleeping[0];
  expect(await state()).toEqual(before);
  naps[1]?.resolve();
  await sleeping[1];
  expect(await state()).toEqual([]);
});

test('a row that holds no event stops none behind it', async () => {
  await register('Before');
  await database
    .fork()
    .execute("UPDATE outbox_event SET stream = 'none' WHERE delivered_at IS NULL", [], 'run');
  await register('Behind');
  expect(await openRelay().deliverDue()).toBe(1);
  expect(await told()).toContain('Behind');
  expect(await told()).not.toContain('Before');
  await database.fork().execute("DELETE FROM outbox_event WHERE stream = 'none'", [], 'run');
});

test('several relays at once deliver each event once', async () => {
  await Promise.all(Array.from({ length: 250 }, (_, index) => register(`P${index + 1000}`)));
  const counts = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const relay = openRelay(Promise.resolve(), 60);
      let sum = 0;
      for (let count = -1; count !== 0; ) {
        count = await relay.deliverDue();
        sum += count;
      }
      return sum;
    }),
  );
  expect(counts.reduce((sum, count) => sum + count)).toBe(250);
  expect(await told()).toHaveLength(253);
});
