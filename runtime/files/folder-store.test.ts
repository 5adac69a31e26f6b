import { chmod, mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { isRoot } from '../../deploy/local/is-root.ts';
import { FolderStore } from './folder-store.ts';

let folder: string;
let store: FolderStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bookstore-files-'));
  store = new FolderStore(folder);
});
afterEach(() => rm(folder, { recursive: true }));

const content = Buffer.from('a picture');

test('what was written is read, by another process too; what was removed is gone, and its folder', async () => {
  await store.write('covers/ab/one/240.avif', content);
  expect(await new FolderStore(folder).read('covers/ab/one/240.avif')).toEqual(content);
  expect(await store.read('covers/ab/one/480.avif')).toBeNull();
  await store.remove(['covers/ab/one/240.avif', 'covers/ab/one/480.avif']);
  expect(await store.read('covers/ab/one/240.avif')).toBeNull();
  expect(await readdir(join(folder, 'covers/ab'))).toEqual([]);
});

test('whoever reads while it is written, again and again, finds all of it or nothing', async () => {
  const large = [1, 2].map(value => Buffer.alloc(300_000, value));
  let isWriting = true;
  const writing = (async () => {
    for (let count = 0; count < 20; count += 1) await store.write('a/b.avif', large[count % 2] ?? content);
  })().finally(() => {
    isWriting = false;
  });
  const sizes = new Set<number | undefined>();
  const readOnce = async () => {
    const found = await store.read('a/b.avif');
    sizes.add(found?.length);
    if (found) expect(found.every(byte => byte === found[0])).toBe(true);
  };
  while (isWriting) await readOnce();
  await writing;
  await readOnce();
  sizes.delete(undefined);
  expect([...sizes]).toEqual([300_000]);
  expect(await readdir(join(folder, '.unfinished'))).toEqual([]);
});

test.each([
  '../outside.avif',
  'a/../../b.avif',
  '/etc/passwd.txt',
  'a//b.avif',
  '.unfinished/x.avif',
  'a\0.avif',
  '',
])('the name %j leads nowhere', async name => {
  expect(() => store.read(name)).toThrow(RangeError);
  expect(() => store.write(name, content)).toThrow(RangeError);
  await expect(store.remove([name])).rejects.toThrow(RangeError);
});

test('what a process left unfinished goes after a day', async () => {
  await store.check('write');
  const left = join(folder, '.unfinished', 'left');
  const fresh = join(folder, '.unfinished', 'fresh');
  await writeFile(left, content);
  await writeFile(fresh, content);
  const before = new Date(Date.now() - 25 * 3_600_000);
  await utimes(left, before, before);
  await store.check('write');
  expect(await readdir(join(folder, '.unfinished'))).toEqual(['fresh']);
});

test('a folder that cannot be written says so, and what to do', async () => {
  await rm(folder, { recursive: true });
  await writeFile(folder, 'a file, no folder');
  const problem = /^FILES_DIR: .* cannot write in .*Book covers need it: mount it/;
  await expect(store.check('write')).rejects.toThrow(problem);
  await expect(store.write('a/b.avif', content)).rejects.toThrow();
  await rm(folder);
  await mkdir(folder);
  if (isRoot) return;
  await chmod(folder, 0o500);
  await expect(store.check('write')).rejects.toThrow(problem);
});

test('its files are for the group too, so that two users may share them', async () => {
  const before = process.umask(0o007);
  try {
    await store.write('a/b.avif', content);
    expect((await stat(join(folder, 'a/b.avif'))).mode & 0o777).toBe(0o660);
    expect((await stat(join(folder, 'a'))).mode & 0o777).toBe(0o770);
  } finally {
    process.umask(before);
  }
});
