import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { newId } from '../../runtime/ids.ts';
import { deletedInSnapshot, keepDeletedAccounts, readDeletedAccounts } from './deleted-accounts.ts';

let archive: string;

beforeEach(() => {
  archive = mkdtempSync(join(tmpdir(), 'archive-'));
});

afterEach(() => rmSync(archive, { recursive: true }));

test('nobody has left an archive that has no list', () => {
  expect(readDeletedAccounts(archive)).toEqual([]);
  expect(readDeletedAccounts(join(archive, 'none'))).toEqual([]);
});

test('whoever is on the list stays there, once; its owner alone may read it', () => {
  const [ana, ben] = [newId(), newId()];
  keepDeletedAccounts(archive, [ana, ana]);
  keepDeletedAccounts(archive, [ben, ana]);
  keepDeletedAccounts(archive, []);
  expect(readDeletedAccounts(archive)).toEqual([ana, ben]);
  expect(statSync(join(archive, 'deleted-accounts.txt')).mode & 0o777).toBe(0o600);
});

test('a snapshot tells who had left, in whichever of its databases; one from before that table tells nobody', async () => {
  const [ana, ben] = [newId(), newId()];
  const manifest = {
    format: 1,
    version: '0.1.0',
    databases: { auth: database(), catalog: database(), purchase: database() },
  } as const;
  const snapshot = { name: 'a', folder: archive, manifest, at: new Date() };
  expect(await deletedInSnapshot(snapshot)).toEqual([]);
  for (const [subgraph, id] of [
    ['auth', ana],
    ['purchase', ben],
  ] as const) {
    mkdirSync(join(archive, subgraph));
    const create = "CREATE TABLE `account_deletion` (`user_id` char(36) NOT NULL COMMENT '');";
    const insert = `INSERT INTO \`account_deletion\` (\`user_id\`,\`deleted_at\`) VALUES ('${id}','2026-11-21 20:00:00.000');`;
    writeFileSync(join(archive, subgraph, 'account_deletion.sql.gz'), gzipSync(`${create}\n${insert}\n`));
  }
  expect((await deletedInSnapshot(snapshot)).sort()).toEqual([ana, ben].sort());
});

const database = () => ({
  name: 'src',
  server: { kind: 'mariadb', version: '10.11.0' } as const,
  characterSet: 'utf8mb4',
  collation: 'utf8mb4_bin',
  at: '2026-11-21T20:00:00.000Z',
  log: null,
  tables: [],
});
