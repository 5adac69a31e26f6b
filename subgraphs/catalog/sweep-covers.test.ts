import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { coverFile, coverFiles, newPicture } from '../../covers/picture.ts';
import { type Database, openDatabase } from '../../runtime/database.ts';
import { FolderStore } from '../../runtime/files/folder-store.ts';
import { newId } from '../../runtime/ids.ts';
import { createLogger } from '../../runtime/logger.ts';
import { sharedStore } from '../../testing/use-store.ts';
import { entities } from './database.ts';
import { keptDays, sweepCovers } from './sweep-covers.ts';

const folder = mkdtempSync(join(tmpdir(), 'bookstore-sweep-'));
const files = new FolderStore(folder);
const first = { width: 240, format: 'avif' } as const;
let database: Database;

beforeAll(async () => {
  database = await openDatabase({
    url: sharedStore().description.databases.catalog,
    entities,
    settings: {
      DATABASE_POOL_SIZE: 4,
      STATEMENT_TIMEOUT_MS: 30_000,
      POOL_TIMEOUT_MS: 30_000,
      READER_MAX_LAG_SECONDS: 5,
    },
    logger: createLogger('test', 'silent'),
  });
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

/** A picture with all its files, that a book has or has not had for so many days. */
async function keep({ isUsed, days }: { isUsed: boolean; days: number }): Promise<string> {
  const [picture, bookId] = [newPicture(), newId()];
  for (const name of coverFiles(picture)) await files.write(name, Buffer.from('a picture'));
  await database
    .fork()
    .execute(
      'INSERT INTO cover (picture, book_id, content_hash, used_for, changed_at) VALUES (?, ?, ?, ?, NOW(3) - INTERVAL ? HOUR)',
      [picture, bookId, 'x'.repeat(64), isUsed ? bookId : null, days * 24],
    );
  return picture;
}

const isThere = async (picture: string): Promise<[file: boolean, row: boolean]> => [
  (await files.read(coverFile(picture, first))) !== null,
  (await database.fork().execute('SELECT 1 FROM cover WHERE picture = ?', [picture])).length === 1,
];

test('pictures that no book has had for days go, whoever sweeps, and no others', async () => {
  const used = await keep({ isUsed: true, days: 100 });
  const fresh = await keep({ isUsed: false, days: keptDays - 1 });
  const old = await Promise.all([1, 2, 3].map(() => keep({ isUsed: false, days: keptDays + 1 })));
  await Promise.all([1, 2].map(() => sweepCovers({ database, files })));
  expect(await Promise.all([used, fresh].map(isThere))).toEqual([
    [true, true],
    [true, true],
  ]);
  expect(await Promise.all(old.map(isThere))).toEqual(Array(3).fill([false, false]));
  expect(await sweepCovers({ database, files })).toBe(0);
});

test('what could not be removed is tried again', async () => {
  const picture = await keep({ isUsed: false, days: keptDays + 1 });
  const refusing = new FolderStore(folder);
  refusing.remove = async () => {
    throw new Error('the disk is gone');
  };
  await expect(sweepCovers({ database, files: refusing })).rejects.toThrow('the disk is gone');
  expect(await isThere(picture)).toEqual([true, true]);
  await sweepCovers({ database, files });
  expect(await isThere(picture)).toEqual([false, false]);
});
