import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { projectFolder } from './local/places.ts';
import { runToEnd } from './local/run-to-end.ts';

const root = mkdtempSync(join(tmpdir(), 'bookstore-over-ssh-'));
const here = join(root, 'clone');
const home = join(root, 'home');
const programs = join(root, 'programs');

/** As ssh does for USER@HOST: the words together are a command of a shell in that user's home. */
const fakeSsh = `#!/bin/sh
[ "$1" = ana@vm ] || { echo "no such host: $1" >&2; exit 255; }
shift
cd ${home} && exec sh -c "$*"
`;

const run = (program: string, ...args: string[]) => {
  const environment = { ...process.env, PATH: `${programs}:${process.env.PATH}`, HOME: root };
  return runToEnd({ program, args, folder: here, environment });
};

async function commit(message: string): Promise<void> {
  writeFileSync(join(here, 'message'), message);
  await run('git', 'add', '.');
  const author = ['-c', 'user.name=Ana', '-c', 'user.email=ana@reader.example'];
  await run('git', ...author, 'commit', '--quiet', '--message', message);
}

beforeAll(async () => {
  for (const folder of [join(here, 'deploy'), home, programs]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(programs, 'ssh'), fakeSsh, { mode: 0o755 });
  cpSync(join(projectFolder, 'deploy', 'over-ssh'), join(here, 'deploy', 'over-ssh'));
  writeFileSync(
    join(here, 'deploy', 'tell'),
    '#!/bin/sh\ncat message; printf " [%s]" "$PWD" "$@"\nexit 7\n',
    {
      mode: 0o755,
    },
  );
  await run('git', 'init', '--quiet');
});

afterAll(() => rmSync(root, { recursive: true }));

test('the commit is brought to the machine, and the command runs there with its words as they are', async () => {
  for (const message of ['first', 'second']) {
    await commit(message);
    const { code, output } = await run('deploy/over-ssh', 'ana@vm', 'deploy/tell', "it's", 'a $HOME', '');
    expect(output).toBe(`${message} [${join(home, 'bookstore')}] [it's] [a $HOME] []`);
    expect(code).toBe(7);
  }
});

test('what is changed there by hand is not overwritten', async () => {
  await commit('third');
  writeFileSync(join(home, 'bookstore', 'message'), 'by hand');
  const { code, output } = await run('deploy/over-ssh', 'ana@vm', 'deploy/tell');
  expect(output).toContain('would be overwritten');
  expect(code).not.toBe(0);
  expect(readFileSync(join(home, 'bookstore', 'message'), 'utf8')).toBe('by hand');
});

test('nothing is run where the machine cannot be reached', async () => {
  const { code, output } = await run('deploy/over-ssh', 'ana@nowhere', 'deploy/tell');
  expect(output).toBe('no such host: ana@nowhere\n');
  expect(code).toBe(255);
});
