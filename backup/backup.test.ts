import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import type { DatabaseUrls } from '../deploy/local/databases.ts';
import { migrateDatabases } from '../deploy/local/migrate.ts';
import { places } from '../deploy/local/places.ts';
import { restoreDatabases } from '../restore/restore-store.ts';
import { Steps } from '../restore/steps.ts';
import { databaseSetting, type SubgraphName, subgraphs } from '../runtime/services.ts';
import { changeUrls, LoggingServer } from '../testing/logging-server.ts';
import { createTestDatabases } from '../testing/test-databases.ts';
import { removeOld } from './archive/remove-old.ts';
import { listSnapshots } from './archive/snapshots.ts';
import { takeArchive } from './archive/take-archive.ts';
import { verifyArchive } from './archive/verify.ts';
import { backUp, copyLogs } from './back-up.ts';
import { linesOf } from './logs/lines.ts';
import { alarms, tellSnapshots } from './tell-archive.ts';

let server: LoggingServer;
let databases: DatabaseUrls;
/** For users who may do no more than they must. */
let sources: DatabaseUrls;
let targets: DatabaseUrls;
let archive: string;
const told: string[] = [];
const tell = (message: string) => told.push(message);

const environmentOf = (urls: DatabaseUrls) => ({
  ...process.env,
  ...Object.fromEntries(subgraphs.map(name => [databaseSetting(name), urls[name]])),
});

beforeAll(async () => {
  server = await LoggingServer.start('backup');
  databases = await server.databases('kept');
  await migrateDatabases(environmentOf(databases), new AbortController().signal);
  sources = await changeUrls(databases, url => server.forBackups(url));
  targets = await changeUrls(await server.databases('anew'), url => server.forRestores(url));
});

afterAll(() => server.stop());

beforeEach(() => {
  archive = join(places.data, 'test', 'backups');
  rmSync(archive, { recursive: true, force: true });
  told.length = 0;
});

async function run<Row>(url: string, ...statements: string[]): Promise<Row[]> {
  const connection = await createConnection({ uri: url, timezone: 'Z', dateStrings: true });
  try {
    let rows: (Row & RowDataPacket)[] = [];
    for (const statement of statements)
      [rows] = await connection.query<(Row & RowDataPacket)[]>({ sql: statement, rowsAsArray: false });
    return rows;
  } finally {
    await connection.end();
  }
}

/** Restores from the archive into the databases that are there for it, and answers their URLs. */
async function restore(
  to: string,
  { only = subgraphs, overwrite = true }: { only?: readonly SubgraphName[]; overwrite?: boolean } = {},
): Promise<DatabaseUrls> {
  const settings = { archive, databases: targets, recoverySeconds: 1 };
  await restoreDatabases(settings, { to, only, overwrite }, new Steps(() => {}));
  return targets;
}

/** All rows of all tables, by table. */
async function contentOf(url: string): Promise<Map<string, unknown[]>> {
  const tables = await run<Record<string, string>>(url, 'SHOW TABLES');
  const names = tables.map(row => Object.values(row)[0] ?? '').filter(name => name !== 'restore_unfinished');
  const content = new Map<string, unknown[]>();
  for (const name of names) {
    const rows = await run<object>(url, `SELECT * FROM \`${name}\``);
    content.set(name, rows.map(row => JSON.stringify(row)).sort());
  }
  return content;
}

/** The time now, by the server's clock, in whole seconds; it is over when this resolves. */
async function thisSecond(): Promise<string> {
  const now = Math.floor(Date.now() / 1000) + 1;
  await delay(now * 1000 - Date.now() + 5);
  return new Date(now * 1000).toISOString().replace('.000', '');
}

describe('a snapshot', () => {
  test('holds every value as it is', async () => {
    await run(
      databases.auth,
      `CREATE TABLE odd (id INT AUTO_INCREMENT PRIMARY KEY, v VARCHAR(2000), t LONGTEXT, b BLOB, vb VARBINARY(50), n DECIMAL(20,4),
        i BIGINT, u BIGINT UNSIGNED, d DATE, dt DATETIME(3), ts TIMESTAMP(3) NULL, y YEAR, e ENUM('a', 'b''c'), s SET('x', 'y'),
        j JSON, twice BIGINT GENERATED ALWAYS AS (i * 2) STORED, KEY (v(50))) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
    );
    const connection = await createConnection(databases.auth);
    const texts = [
      ...fc.sample(fc.string({ unit: 'binary', maxLength: 300 }), 150),
      ...[
        "it's",
        'a\\b',
        'line\nbreak',
        'return\r',
        'u\u2028v\u2029w',
        '\0zero',
        '📚',
        '',
        '%_',
        '"',
        '\u001a',
      ],
    ].map(text => text.toWellFormed());
    for (const text of texts)
      await connection.query('INSERT INTO odd (v, t, b, vb, j) VALUES (?, ?, ?, ?, ?)', [
        text,
        text.repeat(3),
        Buffer.from(text),
        Buffer.from(text).subarray(0, 50),
        JSON.stringify({ text }),
      ]);
    await connection.query(
      `INSERT INTO odd (n, i, u, d, dt, ts, y, e, s) VALUES (-123456789.1234, -9223372036854775000 / 2, 18446744073709551615,
        '2024-02-29', '2024-12-31 23:59:59.999', '2024-06-01 00:00:00.123', 2024, 'b''c', 'x,y'), (0, 0, 0, NULL, NULL, NULL, NULL, NULL, '')`,
    );
    await connection.end();

    const name = await backUp(archive, sources, tell);
    const restored = await restore(name);
    for (const subgraph of subgraphs)
      expect(await contentOf(restored[subgraph])).toEqual(await contentOf(databases[subgraph]));
    expect((await contentOf(restored.auth)).get('odd')?.length).toBe(texts.length + 2);
    await run(databases.auth, 'DROP TABLE odd');
    expect(await verifyArchive(archive)).toEqual([]);
  });

  test('that is not whole is none; what an interrupted one left is removed by the next', async () => {
    const name = await backUp(archive, sources, tell);
    const folder = join(archive, 'snapshots');
    renameSync(join(folder, name, 'SHA256SUMS'), join(folder, name, 'gone'));
    mkdirSync(join(folder, '.unfinished-2026-01-01T00-00-00Z'));
    expect(listSnapshots(archive)).toEqual([]);
    await expect(restore('latest')).rejects.toThrow('There is no backup in');
    expect(alarms(archive, 24)).toEqual([expect.stringContaining('there is no backup')]);
    await delay(1_000);
    await backUp(archive, sources, tell);
    expect(existsSync(join(folder, '.unfinished-2026-01-01T00-00-00Z'))).toBe(false);
    expect(listSnapshots(archive)).toHaveLength(1);
  });

  test('of a server without a log: the snapshot alone, and why', async () => {
    const plain = await createTestDatabases('unlogged');
    await migrateDatabases(environmentOf(plain), new AbortController().signal);
    const name = await backUp(archive, plain, tell);
    expect(told.join()).toMatch(/Points in time are not possible.*auth: log_bin is OFF/s);
    expect(tellSnapshots(archive)).toEqual([expect.stringContaining(`${name}  this moment alone`)]);
    await restore('latest');
    await expect(restore('2026-01-01T00:00:00Z')).rejects.toThrow(
      /There is no backup for .*There are:\n {2}20/s,
    );
    expect(await contentOf(targets.purchase)).toEqual(await contentOf(plain.purchase));
  });

  test('is refused where a database holds what it would not', async () => {
    await run(databases.auth, 'CREATE VIEW names AS SELECT name FROM `user`');
    await expect(backUp(archive, sources, tell)).rejects.toThrow(/cannot be backed up: view names/);
    await run(databases.auth, 'DROP VIEW names');
  });
});

describe('a point in time', () => {
  beforeEach(async () => {
    await run(databases.catalog, 'CREATE TABLE one (id INT PRIMARY KEY, n INT)', 'CREATE TABLE two LIKE one');
  });

  afterEach(async () => {
    await run(databases.catalog, 'DROP TABLE one', 'DROP TABLE two');
  });

  test('snapshot and log fit: nothing is missing or there twice, whatever is written meanwhile', async () => {
    let isOver = false;
    let written = 0;
    const write = async (writer: number) => {
      const connection = await createConnection(databases.catalog);
      for (let id = writer; !isOver; id += 4) {
        await connection.query('START TRANSACTION');
        await connection.query('INSERT INTO one VALUES (?, ?)', [id, id]);
        await connection.query('INSERT INTO two VALUES (?, ?)', [id, id]);
        await connection.query('COMMIT');
        await connection.query(
          'UPDATE one JOIN two USING (id) SET one.n = one.n + 1, two.n = two.n + 1 WHERE id = ?',
          [id - 4 * (id % 7)],
        );
        written += 1;
      }
      await connection.end();
    };
    const writing = Promise.all([0, 1, 2, 3].map(write));
    await delay(300);
    const name = await backUp(archive, sources, tell);
    await delay(300);
    isOver = true;
    await writing;
    await copyLogs(archive, sources, tell);

    await restore(name);
    const between = await contentOf(targets.catalog);
    expect(between.get('one')).toEqual(between.get('two'));
    expect(between.get('one')?.length).toBeGreaterThan(0);
    expect(between.get('one')?.length).toBeLessThan(written);
    await restore('latest');
    for (const subgraph of subgraphs)
      expect(await contentOf(targets[subgraph])).toEqual(await contentOf(databases[subgraph]));
  });

  test('before a disaster: what was written before it is there, changes of tables too, and nothing after', async () => {
    await run(databases.catalog, 'INSERT INTO one VALUES (1, 1)');
    await backUp(archive, sources, tell);
    await run(
      databases.catalog,
      'ALTER TABLE one ADD COLUMN word VARCHAR(20) NULL, ADD KEY words (word)',
      "INSERT INTO one VALUES (2, 2, 'two'), (3, 3, 'three')",
      'RENAME TABLE two TO three',
      'CREATE TABLE two AS SELECT id, word FROM one',
      'DELETE FROM one WHERE id = 1',
      'TRUNCATE three',
      'DROP TABLE three',
    );
    // A statement that goes beyond what is done again at once.
    await run(
      databases.catalog,
      "INSERT INTO one SELECT seq, 1, REPEAT('x', 20) FROM (SELECT 10 + a.i + 10 * b.i + 100 * c.i + 1000 * d.i + 10000 * e.i AS seq FROM (SELECT 0 AS i UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9) a, (SELECT 0 AS i UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9) b, (SELECT 0 AS i UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9) c, (SELECT 0 AS i UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9) d, (SELECT 0 AS i UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4) e) n",
    );
    const good = await contentOf(databases.catalog);
    const time = await thisSecond();
    await run(databases.catalog, 'UPDATE one SET n = 0', 'DROP TABLE heartbeat');
    await copyLogs(archive, sources, tell);
    await restore(time);
    expect(await contentOf(targets.catalog)).toEqual(good);
    await run(
      databases.catalog,
      'CREATE TABLE heartbeat (id TINYINT PRIMARY KEY, beaten_at DATETIME(3) NOT NULL)',
    );
  });

  test('a statement that names the database, where that is called otherwise now: refused with the time, possible before it', async () => {
    await run(databases.catalog, 'INSERT INTO one VALUES (1, 1)');
    await backUp(archive, sources, tell);
    const time = await thisSecond();
    await server.server.run('CREATE DATABASE IF NOT EXISTS other');
    await server.server.run('DROP DATABASE other');
    const name = new URL(databases.catalog).pathname.slice(1);
    await server.server.run(`CREATE TABLE ${name}.fine (id INT)`);
    await copyLogs(archive, sources, tell);
    await expect(restore('latest')).rejects.toThrow(
      /catalog: Its log cannot be done again \(20.*CREATE TABLE .*fine/,
    );
    await restore(time);
    expect((await contentOf(targets.catalog)).get('one')).toHaveLength(1);
    await run(databases.catalog, 'DROP TABLE fine');
  });

  test('one database alone: the others stay as they are', async () => {
    const name = await backUp(archive, sources, tell);
    await restore(name);
    await run(databases.catalog, 'INSERT INTO one VALUES (7, 7)');
    await run(targets.purchase, 'CREATE TABLE mine (id INT)');
    await copyLogs(archive, sources, tell);
    await restore('latest', { only: ['catalog'] });
    expect((await contentOf(targets.catalog)).get('one')).toHaveLength(1);
    expect((await contentOf(targets.purchase)).has('mine')).toBe(true);
    expect((await contentOf(targets.purchase)).get('one')).toBeUndefined();
  });
});

describe('the archive', () => {
  test('what is damaged is told, and not restored', async () => {
    const name = await backUp(archive, sources, tell);
    await server.server.run('FLUSH BINARY LOGS');
    await copyLogs(archive, sources, tell);
    const [line] = linesOf(archive, 'auth');
    const [first = '', last = ''] = line?.files() ?? [];
    const broken = async (file: string, offset: number) => {
      const bytes = readFileSync(file);
      const whole = Buffer.from(bytes);
      bytes[offset] = (bytes[offset] ?? 0) ^ 1;
      writeFileSync(file, bytes);
      const problems = await verifyArchive(archive);
      writeFileSync(file, whole);
      return problems;
    };
    expect(await verifyArchive(archive)).toEqual([]);
    const table = join(archive, 'snapshots', name, 'purchase', 'delivery_provider.sql.gz');
    expect(await broken(table, 60)).toEqual([expect.stringContaining('purchase/delivery_provider.sql.gz')]);
    for (const file of [first, last])
      expect(await broken(join(line?.folder ?? '', file), 150)).toEqual([expect.stringContaining(file)]);
    writeFileSync(table, readFileSync(table).subarray(0, -10));
    await expect(restore(name)).rejects.toThrow(/is damaged: purchase\/delivery_provider/);
    expect(await verifyArchive(archive)).toEqual([expect.stringContaining('delivery_provider')]);
  });

  test('a copy of a log that was cut off goes on where it is whole', async () => {
    await backUp(archive, sources, tell);
    const [line] = linesOf(archive, 'catalog');
    const file = join(line?.folder ?? '', line?.files().at(-1) ?? '');
    appendFileSync(file, Buffer.from('the beginning of an event'));
    expect(await verifyArchive(archive)).toEqual([expect.stringContaining('is damaged')]);
    await copyLogs(archive, sources, tell);
    expect(await verifyArchive(archive)).toEqual([]);
    expect(told).toEqual([]);
  });

  test('logs that the server has no more: told, and points in time go on with the next snapshot', async () => {
    const name = await backUp(archive, sources, tell);
    const before = await thisSecond();
    await run(databases.auth, 'CREATE TABLE between_two (id INT)', 'DROP TABLE between_two');
    await server.server.run(server.server.kind === 'mysql' ? 'RESET BINARY LOGS AND GTIDS' : 'RESET MASTER');
    await copyLogs(archive, sources, tell);
    expect(told).toHaveLength(3);
    expect(told[0]).toMatch(/cannot be copied on .* begin anew with the next snapshot/);
    const after = await thisSecond();
    await expect(restore(after)).rejects.toThrow(`There is no backup for ${after.replace('Z', '.000Z')}`);
    await expect(restore(before)).rejects.toThrow('There is no backup for');
    await restore(name);
    await backUp(archive, sources, tell);
    const later = await thisSecond();
    await copyLogs(archive, sources, tell);
    await restore(later);
    expect(tellSnapshots(archive)).toHaveLength(2);
  });

  test('what is older than it must be is removed, with the logs before it; the newest stays', async () => {
    for (let round = 0; round < 3; round += 1) {
      await server.server.run('FLUSH BINARY LOGS');
      await delay(1_000);
      await backUp(archive, sources, tell);
    }
    const [first, second, third] = listSnapshots(archive).map(({ name }) => name);
    const files = linesOf(archive, 'auth')[0]?.files() ?? [];
    const day = 24 * 3600 * 1000;
    expect(removeOld(archive, 1, new Date(Date.now() + day / 2))).toEqual([]);
    expect(removeOld(archive, 1, new Date(Date.now() + 2 * day))).toEqual([first, second]);
    expect(listSnapshots(archive).map(({ name }) => name)).toEqual([third]);
    expect(linesOf(archive, 'auth')[0]?.files()).toEqual(files.slice(-1));
    await restore('latest');
    expect(await verifyArchive(archive)).toEqual([]);
  });

  test('is written by one at a time', async () => {
    const release = await takeArchive(archive, sources);
    await expect(takeArchive(archive, sources)).rejects.toThrow('Another backup is at work');
    release();
    await delay(200);
    (await takeArchive(archive, sources))();
  });
});

describe('a restore', () => {
  test('does not touch a database that is not empty, unless it is told to', async () => {
    const name = await backUp(archive, sources, tell);
    await restore(name);
    await expect(restore(name, { overwrite: false })).rejects.toThrow(
      /The database of \w+ is not empty \(\d+ tables\)\. .*--overwrite/,
    );
    await restore(name);
  });

  test('does not take a database away from a store that works', async () => {
    const name = await backUp(archive, sources, tell);
    await restore(name);
    const beat = setInterval(() => run(targets.purchase, 'UPDATE heartbeat SET beaten_at = NOW(3)'), 300);
    await expect(restore(name)).rejects.toThrow('The store works in the database of purchase');
    clearInterval(beat);
  });

  test('that was interrupted leaves a database that no migration takes for a whole one', async () => {
    const name = await backUp(archive, sources, tell);
    await restore(name);
    await expect(migrateDatabases(environmentOf(targets), new AbortController().signal)).rejects.toThrow(
      'A restore into this database did not come to its end',
    );
  });

  test.each([
    'yesterday',
    '2026-11-24',
    '2026-11-24 10:15:00',
    '2026-11-24T10:15:00',
    '2026-13-24T10:15:00Z',
  ])('to %s: is asked for a time', async to => {
    await backUp(archive, sources, tell);
    await expect(restore(to)).rejects.toThrow(/say latest, a snapshot, or a time in whole seconds/);
  });

  test('by a user who may not do again what a log tells: says what to grant', async () => {
    await backUp(archive, sources, tell);
    const settings = { archive, databases, recoverySeconds: 1 };
    await expect(
      restoreDatabases(settings, { to: 'latest', only: subgraphs, overwrite: true }, new Steps(() => {})),
    ).rejects.toThrow(/grant it (BINLOG REPLAY, BINLOG ADMIN|REPLICATION_APPLIER) ON/);
  });
});
