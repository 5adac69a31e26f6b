import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createConnection } from 'mysql2/promise';
import { DatabaseProcess } from '../../testing/database-process.ts';
import { places } from '../local/places.ts';
import { runNode } from '../local/run-node.ts';

let server: DatabaseProcess;
const urls = (password: string) => {
  const url = (name: string) =>
    `mysql://bookstore_${name}:${password}@127.0.0.1:${server.port}/bookstore_${name}`;
  return {
    DATABASE_URL_AUTH: url('auth'),
    DATABASE_URL_CATALOG: url('catalog'),
    DATABASE_URL_PURCHASE: url('purchase'),
  };
};

beforeAll(async () => {
  server = await DatabaseProcess.create(join(places.data, 'test', 'mysql-create'));
});

afterAll(() => server?.stop());

const create = (environment: Record<string, string>) =>
  runNode(['deploy/image/run.ts', 'create-databases'], {
    environment: { PATH: process.env.PATH, ...environment },
  });

const createWith = (password: string) =>
  create({ DATABASE_ADMIN_URL: `${server.adminUrl}information_schema`, ...urls(password) });

const ask = async (url: string, statement: string) => {
  const connection = await createConnection(url);
  try {
    return (await connection.query(statement))[0];
  } finally {
    await connection.end();
  }
};

test('each database gets a user of its own, who may touch that one alone', async () => {
  expect(await createWith('first')).toMatchObject({ code: 0 });
  const { DATABASE_URL_CATALOG: catalog, DATABASE_URL_AUTH: auth } = urls('first');
  await ask(catalog, 'CREATE TABLE kept (id INT)');
  await expect(ask(auth, 'SELECT * FROM bookstore_catalog.kept')).rejects.toThrow(/denied/);
  await expect(ask(auth, 'CREATE DATABASE more')).rejects.toThrow(/denied/);
});

test('run again it changes passwords, also to one with reserved characters, and keeps what is there', async () => {
  // MySQL keeps the password before, so that who still has it goes on, until it is run once more.
  const again = server.kind === 'mysql' ? 2 : 1;
  const password = encodeURIComponent(`it's \\ a/b@c:d%`);
  for (let run = 1; run <= again; run++) {
    if (run > 1) await ask(urls('first').DATABASE_URL_CATALOG, 'SELECT 1');
    expect(await createWith(password)).toMatchObject({ code: 0 });
  }
  await expect(ask(urls('first').DATABASE_URL_CATALOG, 'SELECT 1')).rejects.toThrow(/denied/);
  expect(await ask(urls(password).DATABASE_URL_CATALOG, 'SELECT COUNT(*) AS rows_kept FROM kept')).toEqual([
    { rows_kept: 0 },
  ]);
});

test('each server may have an administrator of its own, and who works there loses nothing before migrate is run', async () => {
  const services = urls('second');
  expect(await createWith('second')).toMatchObject({ code: 0 });
  const administrator = `${server.adminUrl}information_schema`;
  const migrationOf = (url: string) => url.replace(/\/\/\w+:\w+/, '//bookstore_migration:third');
  const added = Object.entries(services).flatMap(([name, url]): [string, string][] => [
    [name.replace('_URL', '_ADMIN_URL'), administrator],
    [`${name}_MIGRATION`, migrationOf(url)],
  ]);
  const environment: Record<string, string> = { ...services, ...Object.fromEntries(added) };
  const { code, output } = await create(environment);
  expect([code, output]).toEqual([0, expect.stringContaining('for the user bookstore_migration')]);
  await ask(services.DATABASE_URL_CATALOG, 'INSERT INTO kept VALUES (1)');
  const grants = await ask(migrationOf(services.DATABASE_URL_CATALOG), 'SHOW GRANTS');
  expect(JSON.stringify(grants)).toMatch(/catalog`\.\* TO .*WITH GRANT OPTION/);
  // One that lacks its administrator is not passed over.
  const { DATABASE_ADMIN_URL_AUTH: _, ...lacking } = environment;
  expect(await create(lacking)).toMatchObject({
    code: 1,
    output: expect.stringContaining('DATABASE_ADMIN_URL: is not set'),
  });
});

test('says what is missing, and who may not', async () => {
  const { code, output } = await create({});
  expect(code).toBe(1);
  for (const setting of ['DATABASE_ADMIN_URL', 'DATABASE_URL_PURCHASE'])
    expect(output).toContain(`${setting}: is not set`);
  const refused = await create({
    DATABASE_ADMIN_URL: `mysql://nobody:none@127.0.0.1:${server.port}/information_schema`,
    ...urls('first'),
  });
  expect(refused).toMatchObject({
    code: 1,
    output: expect.stringMatching(/the database server at .* refuses: .*denied/),
  });
});
