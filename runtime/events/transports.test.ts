import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { places, projectFolder } from '../../deploy/local/places.ts';
import { newEvent } from '../../schema/events.ts';
import { type Broker, startBroker } from '../../testing/broker.ts';
import { brokerProgram } from '../../testing/broker-program.ts';
import { eventsAtRest } from '../../testing/events-at-rest.ts';
import { eventually } from '../../testing/eventually.ts';
import { inTurn } from '../../testing/figures.ts';
import type { GraphqlClient } from '../../testing/graphql-client.ts';
import { notifiedOf } from '../../testing/notified-of.ts';
import {
  confirmDelivery,
  payPurchase,
  publishBook,
  purchaseBook,
  shipPurchase,
  soundDelivery,
} from '../../testing/operations.ts';
import { tellCatalog } from '../../testing/tell-catalog.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { StoreUser } from '../../testing/use-store.ts';
import { createLogger } from '../logger.ts';
import { openAmqpConnection } from './amqp-connection.ts';
import { deadLetters, eventsExchange, queueOf } from './amqp-topology.ts';

const run = promisify(execFile);

const sellerName = async (client: GraphqlClient, id: string) => {
  const query = 'query($id: ID!) { book(id: $id) { sellerName } }';
  return (await client.ask<{ book: { sellerName: string | null } }>(query, { id })).book.sellerName;
};

const suites = brokerProgram()
  ? (['without a broker', 'over RabbitMQ'] as const)
  : (['without a broker'] as const);

const deaths = [
  ['worker', 'relay.after-claim'],
  ['purchase', 'relay.after-deliver'],
  ['catalog', 'relay.after-receipts'],
  ['auth', 'inbox.before-accept'],
  ['auth', 'inbox.after-accept'],
  ['auth', 'inbox.before-commit'],
  ['purchase', 'inbox.after-apply'],
] as const;
describe.each(inTurn(suites, suites.length))('events %s', suite => {
  let broker: Broker | undefined;
  let store: TestStore;
  let use: StoreUser;

  beforeAll(async () => {
    if (suite === 'over RabbitMQ')
      broker = await startBroker({ folder: join(places.data, 'test', 'events-broker') });
    const settings = broker ? { AMQP_URL: broker.url } : {};
    store = await startTestStore(broker ? 'events_amqp' : 'events', { settings, metrics: true });
    use = new StoreUser(store.description);
  });

  afterAll(async () => {
    await store?.stop();
    await broker?.stop();
  });

  const sell = async (seller: GraphqlClient, buyer: GraphqlClient): Promise<string> => {
    const bookId = await publishBook(seller);
    const delivery = await soundDelivery(buyer);
    const { purchase } = await purchaseBook(buyer, { bookId, quantity: 1, delivery });
    const purchaseId = purchase?.id ?? '';
    await payPurchase(buyer, { purchaseId });
    await shipPurchase(seller, { purchaseId });
    await confirmDelivery(buyer, { purchaseId });
    return purchaseId;
  };

  test('take effect where they are heard: sellers by name, and what each side is to know, in order', async () => {
    const [seller, buyer] = [await use.register('Tránsito'), await use.register('Arturo')];
    const bookId = await publishBook(seller.client);
    await eventually(() => sellerName(use.nobody(), bookId), 'Tránsito');
    const update =
      'mutation($input: UpdateProfileInput!) { updateProfile(input: $input) { userErrors { code } } }';
    await seller.client.ask(update, { input: { name: 'Tránsito Ariza' } });
    await eventually(() => sellerName(use.nobody(), bookId), 'Tránsito Ariza');

    await sell(seller.client, buyer.client);
    await eventually(() => notifiedOf(seller.client), ['PURCHASE_DELIVERED', 'PURCHASE_PAID']);
    await eventually(() => notifiedOf(buyer.client), ['PURCHASE_SHIPPED']);
    await eventsAtRest(store.description);
  });

  test('an event tells its listener for which request it was told', async () => {
    const seller = await use.register();
    const response = await fetch(`${seller.client.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${seller.client.token}` },
      body: JSON.stringify({
        query: 'mutation { updateProfile(input: { name: "Renamed" }) { userErrors { code } } }',
      }),
    });
    const heard = () =>
      use.rows('catalog', 'SELECT type FROM inbox_event WHERE request_id = ? AND traceparent IS NULL', [
        response.headers.get('x-request-id') ?? '',
      ]);
    await eventually(heard, [{ type: 'UserUpdated' }]);
  });

  test('a purchase tells of each of its steps, numbered in order', async () => {
    const [seller, buyer] = [await use.register(), await use.register()];
    const purchaseId = await sell(seller.client, buyer.client);
    const told = (subgraph: 'catalog' | 'purchase') =>
      use.rows<{ type: string }>(
        subgraph,
        'SELECT type, subject_sequence FROM outbox_event WHERE subject = ? ORDER BY subject_sequence',
        [purchaseId],
      );
    expect(await told('purchase')).toEqual(
      ['PurchasePlaced', 'PurchasePaid', 'PurchaseShipped', 'PurchaseDelivered'].map((type, index) => ({
        type,
        subject_sequence: index + 1,
      })),
    );
    expect((await told('catalog')).map(({ type }) => type)).toEqual(['StockReserved', 'StockCommitted']);
  });

  test('a listener that was down hears of everything when it is back', async () => {
    const [seller, buyer] = [await use.register(), await use.register()];
    await store.process('auth').stop('SIGKILL');
    await sell(seller.client, buyer.client);
    store.process('auth').start();
    await store.process('auth').ready();
    await eventually(() => notifiedOf(seller.client), ['PURCHASE_DELIVERED', 'PURCHASE_PAID']);
    await eventsAtRest(store.description);
  });

  test.each(deaths)(
    'when %s dies at %s no event is lost, and none takes effect twice',
    async (name, point) => {
      const [seller, buyer] = [use.person(), use.person()];
      const trySelling = () => sell(seller.client, buyer.client).catch(() => '');
      const dying = store.process(name);
      await dying.restart({ FAILPOINT: point });
      for (const deadline = Date.now() + 20_000; !dying.hasEnded() && Date.now() < deadline; )
        await trySelling();
      expect(dying.hasEnded()).toBe(true);
      dying.start();
      await dying.ready();
      let sold = '';
      await eventually(async () => {
        sold = await trySelling();
        return sold !== '';
      }, true);
      await eventsAtRest(store.description);
      expect(await use.rows('auth', 'SELECT event_id FROM inbox_event WHERE applications <> 1')).toEqual([]);
      expect(await use.rows('auth', 'SELECT 1 FROM inbox_event WHERE subject = ?', [sold])).toHaveLength(4);
    },
  );

  test('a poisoned event stops nobody else, is listed by the command, and is replayed by it', async () => {
    const [subject, other] = [randomUUID(), randomUUID()];
    const put = async (id: string, version: number, name: string) => {
      const event = newEvent('UserUpdated', id, { userId: id, name, role: 'CUSTOMER' });
      await use.rows(
        'auth',
        `INSERT INTO outbox_event (id, stream, type, version, subject, subject_sequence, occurred_at, body, due_at)
         VALUES (?, 'user', 'UserUpdated', ?, ?, 1, NOW(3), ?, NOW(3))`,
        [event.id, version, id, JSON.stringify(event.body)],
      );
      return event.id;
    };
    const poison = await put(subject, 99, 'Poison');
    await put(other, 1, 'Well');
    const names = () =>
      use.rows('catalog', 'SELECT name FROM seller WHERE user_id IN (?, ?)', [subject, other]);
    await eventually(names, [{ name: 'Well' }]);

    const { auth, catalog, purchase } = store.description.databases;
    const command = async (...words: string[]) =>
      (
        await run(process.execPath, ['dead-letters/main.ts', ...words], {
          cwd: projectFolder,
          env: {
            DATABASE_URL_AUTH: auth,
            DATABASE_URL_CATALOG: catalog,
            DATABASE_URL_PURCHASE: purchase,
            ...(broker && { AMQP_URL: broker.url }),
          },
        })
      ).stdout;
    await eventually(async () => (await command()).includes('1 dead letters.'), true);
    expect(await command()).toContain(`${poison}  UserUpdated about user ${subject}, in catalog`);
    await use.rows('catalog', 'UPDATE inbox_event SET version = 1 WHERE event_id = ?', [poison]);
    expect(await command('replay', poison)).toContain('1 of 1 dead letters are tried again.');
    await eventually(async () => (await names()).length, 2);
    expect(await command()).toContain('There are no dead letters.');
    await expect(command('replay', randomUUID())).rejects.toThrow(/There is no dead letter/);
  });

  if (suite === 'without a broker') {
    test('nobody but the subgraph that they come from can tell events', async () => {
      const userId = randomUUID();
      const { id, stream, type, version, subject, body } = newEvent('UserRegistered', userId, {
        userId,
        name: 'Nobody',
        role: 'CUSTOMER',
      });
      const occurredAt = new Date().toISOString();
      const event = { id, source: 'auth', stream, type, version, subject, sequence: 1, occurredAt, body };
      const tell = (teller: string | undefined, told: object) => tellCatalog(store.description, teller, told);
      expect(await tell(undefined, event)).toBe(401);
      expect(await tell('purchase', event)).toBe(403);
      expect(await tell('purchase', { ...event, source: 'purchase' })).toBe(400);
      expect(await tell('auth', { ...event, subject: 'nobody' })).toBe(400);
      expect(await use.rows('catalog', 'SELECT 1 FROM inbox_event WHERE subject = ?', [userId])).toEqual([]);
      expect(await tell('auth', event)).toBe(204);
      expect(await use.rows('catalog', 'SELECT name FROM seller WHERE user_id = ?', [userId])).toEqual([
        { name: 'Nobody' },
      ]);
    });
    return;
  }

  /** How many messages a queue holds that nobody has taken. */
  async function waitingIn(queue: string): Promise<number> {
    const connection = openAmqpConnection(broker?.url ?? '', 'test', createLogger('test', 'silent'));
    try {
      return (await connection.queueDeclare({ queue, passive: true })).messageCount;
    } finally {
      await connection.close();
    }
  }

  test('what waits in RabbitMQ for a listener that is down outlives its death, and what comes meanwhile waits for it', async () => {
    const register = () => Promise.all([use.register(), use.register()]);
    const [[seller, buyer], [laterSeller, laterBuyer]] = [await register(), await register()];
    await eventsAtRest(store.description);
    await store.process('auth').stop('SIGKILL');
    await sell(seller.client, buyer.client);
    await eventually(() => waitingIn(queueOf('auth')), 4);
    const due = 'SELECT COUNT(*) AS due FROM outbox_event WHERE due_at IS NOT NULL';
    await eventually(() => use.rows('purchase', due), [{ due: 0 }]);

    await broker?.kill();
    await sell(laterSeller.client, laterBuyer.client);
    await broker?.start();
    store.process('auth').start();
    await store.process('auth').ready();
    for (const { client } of [seller, laterSeller])
      await eventually(() => notifiedOf(client), ['PURCHASE_DELIVERED', 'PURCHASE_PAID']);
    await eventsAtRest(store.description);
  });

  test('a message that no queue takes, because somebody took its binding away, goes again', async () => {
    const connection = openAmqpConnection(broker?.url ?? '', 'test', createLogger('test', 'silent'));
    await connection.queueUnbind({
      exchange: eventsExchange,
      queue: queueOf('catalog'),
      routingKey: 'user.*',
    });
    await connection.close();
    const seller = await use.register('Without a queue');
    const bookId = await publishBook(seller.client);
    await eventually(() => sellerName(use.nobody(), bookId), 'Without a queue');
    await eventsAtRest(store.description);
  });

  test('a message that holds no event stops none behind it, and is among the dead letters until it is replayed', async () => {
    const connection = openAmqpConnection(broker?.url ?? '', 'test', createLogger('test', 'silent'));
    const publisher = connection.createPublisher({ confirm: true });
    for (const [body, contentType] of [
      ['{ this is no JSON', 'application/json'],
      ['{"id":"nonsense"}', 'application/json'],
      ['neither', 'text/plain'],
    ] as const) {
      await publisher.send(
        { exchange: eventsExchange, routingKey: 'user.Nonsense', contentType, durable: true },
        Buffer.from(body),
      );
    }
    const seller = await use.register('After the poison');
    const bookId = await publishBook(seller.client);
    await eventually(() => sellerName(use.nobody(), bookId), 'After the poison');
    const waiting = async () =>
      (await connection.queueDeclare({ queue: deadLetters, passive: true })).messageCount;
    await eventually(waiting, 3);
    const metrics = await fetch(`http://127.0.0.1:${store.description.metricsPorts?.[0]?.auth}/metrics`);
    const lines = (await metrics.text()).split('\n');
    expect(lines).toContain(`bookstore_queue_messages{queue="${deadLetters}"} 3`);
    expect(lines).toContain(`bookstore_queue_messages{queue="${queueOf('catalog')}"} 0`);
    expect((await connection.queueDeclare({ queue: queueOf('catalog'), passive: true })).messageCount).toBe(
      0,
    );
    const { auth, catalog, purchase } = store.description.databases;
    const env = {
      DATABASE_URL_AUTH: auth,
      DATABASE_URL_CATALOG: catalog,
      DATABASE_URL_PURCHASE: purchase,
      AMQP_URL: broker?.url,
    };
    const list = await run(process.execPath, ['dead-letters/main.ts'], { cwd: projectFolder, env });
    expect(list.stdout).toContain('3 dead letters.');
    expect(list.stdout).toContain('about the queue bookstore.catalog, in rabbitmq');
    const replay = await run(process.execPath, ['dead-letters/main.ts', 'replay', '--all'], {
      cwd: projectFolder,
      env,
    });
    expect(replay.stdout).toContain('3 of 3');
    // They are still no events, so they come back.
    await eventually(waiting, 3);
    await publisher.close();
    await connection.close();
  });
});
