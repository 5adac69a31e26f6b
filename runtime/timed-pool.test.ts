import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { CompiledQuery } from 'kysely';
import { freePort } from '../deploy/local/free-port.ts';
import { MovingName } from '../testing/moving-name.ts';
import { sharedStore } from '../testing/use-store.ts';
import { isReadOnly } from './database-errors.ts';
import { queryOnce } from './reader.ts';
import type { TimedConnection } from './timed-connection.ts';
import { TimedPool } from './timed-pool.ts';

const size = 3;
const database = new URL(sharedStore().description.databases.purchase);

const openPool = (url: string) =>
  new TimedPool({ url, size, statementMilliseconds: 10_000, waitMilliseconds: 10_000, followsName: true });

let undo: (() => unknown)[] = [];

afterEach(async () => {
  for (const takeBack of undo.reverse()) await takeBack();
  undo = [];
});

const borrowAll = (pool: TimedPool): Promise<TimedConnection[]> =>
  Promise.all(Array.from({ length: size }, () => pool.acquire()));

async function idsOf(connections: TimedConnection[]): Promise<(number | undefined)[]> {
  const query = CompiledQuery.raw('SELECT CONNECTION_ID() AS id');
  const answers = await Promise.all(connections.map(each => each.executeQuery<{ id: number }>(query)));
  return answers.map(({ rows: [row] }) => row?.id);
}

test('when the server turns out to be read-only all its connections are replaced, those that were borrowed too', async () => {
  const pool = openPool(database.href);
  undo.push(() => pool.close());
  const old = await borrowAll(pool);
  const ids = await idsOf(old);
  const refusal = CompiledQuery.raw(`SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1290`);
  const error = await old[0]?.executeQuery(refusal).catch(reason => reason);
  expect(isReadOnly(error)).toBe(true);
  for (const connection of old) connection.release();

  const fresh = await borrowAll(pool);
  expect((await idsOf(fresh)).filter(id => ids.includes(id))).toEqual([]);
  for (const connection of fresh) connection.release();
  // These are kept.
  expect(await idsOf(await borrowAll(pool))).toEqual(expect.arrayContaining(await idsOf(fresh)));
});

/** The database, at another address. */
async function forward(host: string, port: number): Promise<Server> {
  const server = createServer(client => {
    const target = connect(Number(database.port), database.hostname);
    client.pipe(target).pipe(client);
    client.on('error', () => target.destroy());
    target.on('error', () => client.destroy());
  });
  server.listen(port, host);
  await once(server, 'listening');
  undo.push(() => server.close());
  return server;
}

const connectionsOf = (server: Server): Promise<number> =>
  new Promise((resolve, reject) =>
    server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );

test('when its name leads elsewhere the pool follows within ten seconds, though the old server lives', async () => {
  const port = await freePort();
  const [first, second] = [await forward('127.0.0.1', port), await forward('127.0.0.2', port)];
  const name = new MovingName('moving.test');
  undo.push(() => name.restore());
  name.moveTo('127.0.0.1');
  const pool = openPool(Object.assign(new URL(database), { host: `moving.test:${port}` }).href);
  undo.push(() => pool.close());
  const [borrowed, ...others] = await borrowAll(pool);
  for (const connection of others) connection.release();
  expect([await connectionsOf(first), await connectionsOf(second)]).toEqual([size, 0]);

  const began = performance.now();
  name.moveTo('127.0.0.2');
  while ((await connectionsOf(first)) > 1) await delay(50);
  expect(performance.now() - began).toBeLessThan(10_000);
  // Who works on the old server finishes there.
  await borrowed?.executeQuery(CompiledQuery.raw('SELECT 1'));
  borrowed?.release();
  while ((await connectionsOf(first)) > 0) await delay(50);
  await queryOnce(pool, 'SELECT 1');
  expect(await connectionsOf(second)).toBe(1);
});
