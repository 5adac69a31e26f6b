import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { projectFolder } from '../deploy/local/places.ts';
import { runToEnd } from '../deploy/local/run-to-end.ts';

const folder = mkdtempSync(join(tmpdir(), 'bookstore-release-'));

const git = (...args: string[]) =>
  runToEnd({
    program: 'git',
    args: ['-c', 'user.name=Ana', '-c', 'user.email=ana@reader.example', ...args],
    folder,
  });

const releaseVersion = (tag: string) =>
  runToEnd({ program: join(folder, '.ci', 'release-version'), args: [tag], folder });

beforeAll(async () => {
  mkdirSync(join(folder, '.ci'));
  cpSync(join(projectFolder, '.ci', 'release-version'), join(folder, '.ci', 'release-version'));
  writeFileSync(join(folder, 'package.json'), '{ "version": "1.2.3" }');
  await git('init', '--quiet');
  await git('add', '.');
  await git('commit', '--quiet', '--message', 'One');
  await git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  await git('tag', '--annotate', '--message', 'The first', 'v1.2.3');
  await git('tag', 'v1.2.4');
});

afterAll(() => rmSync(folder, { recursive: true }));

test('a tag of main that is the version of package.json is released', async () => {
  expect(await releaseVersion('v1.2.3')).toEqual({ code: 0, output: '1.2.3\n' });
});

test('a tag that is another version is refused', async () => {
  const { code, output } = await releaseVersion('v1.2.4');
  expect(output).toContain('The tag is v1.2.4, but package.json says 1.2.3');
  expect(code).toBe(1);
});

test('a tag that is not on main is refused', async () => {
  await git('commit', '--quiet', '--allow-empty', '--message', 'Elsewhere');
  await git('tag', '--force', 'v1.2.3');
  const { code, output } = await releaseVersion('v1.2.3');
  expect(output).toContain('v1.2.3 is not on main');
  expect(code).toBe(1);
});
