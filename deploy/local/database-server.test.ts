import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, expect, test } from '@jest/globals';
import { type Connection, createConnection } from 'mysql2/promise';
import { DatabaseProcess } from '../../testing/database-process.ts';
import { type DatabaseServer, startDatabaseServer } from './database-server.ts';
import { createDatabases } from './databases.ts';
import { identityOf } from './process-lock.mjs';

const folder = mkdtempSync(join(tmpdir(), 'a server '));
const said: string[] = [];
let server: DatabaseServer;

const start = () => startDatabaseServer({ folder, log: line => said.push(line), durable: false });

const databases = () =>
  createDatabases({ adminUrl: server.adminUrl, passwordFile: join(folder, 'users'), prefix: 'trial' });

async function use<Result>(url: string, work: (connection: Connection) => Promise<Result>): Promise<Result> {
  const connection = await createConnection(url);
  try {
    return await work(connection);
  } finally {
    connection.destroy();
  }
}

const titles = (url: string) => use(url, async it => (await it.query('SELECT title FROM book'))[0]);

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

test('a server of our own, with a database and a user for each subgraph', async () => {
  mkdirSync(join(folder, 'data.unfinished-1'));
  server = await start();
  expect(existsSync(join(folder, 'data.unfinished-1'))).toBe(false);
  const urls = await databases();
  await use(urls.catalog, async connection => {
    await connection.query('CREATE TABLE book (title VARCHAR(100))');
    await connection.query("INSERT INTO book VALUES ('תמול שלשום')");
    await expect(connection.query('SELECT * FROM trial_auth.user')).rejects.toThrow(/denied/);
    await expect(connection.query('CREATE TABLE trialxcatalog.book (id INT)')).rejects.toThrow(/denied/);
  });
});

test('nobody gets in without a password, and nobody else uses the folder', async () => {
  for (const user of ['root', 'trial_auth', ''])
    await expect(createConnection({ host: server.host, port: server.port, user })).rejects.toThrow(/denied/);
  await expect(start()).rejects.toThrow(`in use by process ${process.pid}`);
});

test('another server that starts leaves the temporary tables of this one alone', async () => {
  await use(server.adminUrl, async connection => {
    const engine = server.kind === 'mariadb' ? 'ENGINE=Aria' : '';
    await connection.query(`CREATE TEMPORARY TABLE mysql.kept (stock INT) ${engine}`);
    await connection.query('INSERT INTO mysql.kept VALUES (3)');
    const other = await DatabaseProcess.create(join(folder, 'another'));
    await other.stop();
    expect((await connection.query('SELECT stock FROM mysql.kept'))[0]).toEqual([{ stock: 3 }]);
    // A table that stayed open is read on without its file, and is missed here.
    await connection.query('DROP TEMPORARY TABLE mysql.kept');
  });
});

test('killed, it is started again on the same port with the same data', async () => {
  const { pid, port } = server;
  process.kill(pid, 'SIGKILL');
  while (server.pid === pid || !said.some(line => line.includes('answers again'))) await delay(20);
  expect(said[0]).toBe(`the database died (SIGKILL): starting it again on port ${port}`);
  expect(await titles((await databases()).catalog)).toEqual([{ title: 'תמול שלשום' }]);
});

test('stopped and started, it still has the data', async () => {
  const { pid } = server;
  await server.stop();
  expect(identityOf(pid)).toBeUndefined();
  server = await start();
  expect(await titles((await databases()).catalog)).toEqual([{ title: 'תמול שלשום' }]);
});
