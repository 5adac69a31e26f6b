import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

let folder: string;
const inFolder = (...names: string[]) => join(folder, ...names);

const program = (name: string, lines: string) =>
  writeFileSync(inFolder('programs', name), `#!/bin/bash\n${lines}\n`, { mode: 0o755 });

const git = (...args: string[]) =>
  execFileSync('git', [
    '-C',
    inFolder('source'),
    '-c',
    'user.name=A',
    '-c',
    'user.email=a@b.example',
    ...args,
  ]);

// The pages can be built where npm has brought Vite, and nothing runs without the Node that it brings.
const npmStandIn = `while [[ $1 == --* ]]; do shift; done
echo "$BUILDER: npm $*" >>"$CALLS"
case $1 in
  ci) rm -rf node_modules && mkdir -p node_modules && { [[ $* == *--omit=dev* ]] || touch node_modules/vite; } ;;
  rebuild) [ -n "\${NO_NODE:-}" ] || install -D "$PROGRAMS/node" node_modules/.bin/node ;;
esac
mkdir -p "$HOME/.npm"`;

const nodeStandIn = `echo "$BUILDER: node $*" >>"$CALLS"
[ -e node_modules/vite ] && [ "$1" != "\${BROKEN:-}" ] || { echo "$1 failed"; exit 1; }
mkdir -p "\${1%/*}/dist" && touch "\${1%/*}/dist/built"`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bookstore-release-'));
  for (const name of ['programs', 'source', 'state']) mkdirSync(inFolder(name));
  writeFileSync(inFolder('source', 'package.json'), '{\n  "version": "1.2.3",\n  "private": true\n}\n');
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'first');
  program('chown', '');
  program('runuser', 'export BUILDER=$2; shift 3; exec "$@"');
  program('node', nodeStandIn);
  program('npm', npmStandIn);
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Runs build_release: how it ended, what it said, and what was called for it, in order. */
function build(settings: Record<string, string> = {}) {
  const calls = inFolder('calls');
  rmSync(calls, { force: true });
  const script = `set -euo pipefail
for step in ../places.sh release.sh; do source "$HERE/$step"; done
releases=$FOLDER/releases state_folder=$FOLDER/state source_folder=$FOLDER/source
build_release
echo "release $release"`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
    encoding: 'utf8',
    env: {
      PATH: `${inFolder('programs')}:${process.env.PATH}`,
      PROGRAMS: inFolder('programs'),
      CALLS: calls,
      HERE: import.meta.dirname,
      FOLDER: folder,
      ...settings,
    },
  });
  const release = /^release (.*)$/m.exec(stdout)?.[1] ?? '';
  const called = existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [];
  return { status, stdout, stderr, release, called };
}

const ciOf = (which: string) => [
  `bookstore-build: npm ci --${which}=dev --ignore-scripts`,
  'bookstore-build: npm rebuild node --ignore-scripts=false',
];

test('a release has the shop and the playground built, by dependencies that it goes without then, and not by root', () => {
  const { status, release, called } = build();
  expect(status).toBe(0);
  expect(called).toEqual([
    ...ciOf('include'),
    'bookstore-build: node gateway/playground/build.ts',
    'bookstore-build: node storefront/build.ts',
    ...ciOf('omit'),
  ]);
  expect(release).toMatch(/\/releases\/1\.2\.3-[0-9a-f]{12}$/);
  for (const page of ['storefront', 'gateway/playground'])
    expect([page, existsSync(join(release, page, 'dist/built'))]).toEqual([page, true]);
  expect(existsSync(join(release, 'node_modules/vite'))).toBe(false);
  expect(existsSync(join(release, '.home'))).toBe(false);
  expect(statSync(join(release, 'node_modules/.bin/node')).mode & 0o777).toBe(0o755);
});

test('a release that is there is not touched again, and one of another commit stands beside it', () => {
  const { release } = build();
  writeFileSync(join(release, 'mark'), '');
  expect(build()).toMatchObject({ status: 0, release, called: [] });
  writeFileSync(inFolder('source', 'package.json'), '{\n  "version": "1.3.0",\n  "private": true\n}\n');
  git('commit', '--quiet', '--all', '--message', 'second');
  const next = build();
  expect(next.release).toMatch(/\/1\.3\.0-/);
  expect(existsSync(join(release, 'mark'))).toBe(true);
  expect(existsSync(join(release, 'storefront/dist/built'))).toBe(true);
});

test.each<[string, Record<string, string>, string]>([
  ['the shop cannot be built', { BROKEN: 'storefront/build.ts' }, 'storefront/build.ts failed'],
  ['npm brings no Node', { NO_NODE: 'yes' }, "npm has not brought the project's Node."],
])('where %s there is no release, the log says why, and the next run begins anew', (_, settings, words) => {
  const { status, stderr } = build(settings);
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('release.log') });
  expect(readFileSync(inFolder('state', 'release.log'), 'utf8')).toContain(words);
  const { release } = build();
  expect(readdirSync(inFolder('releases'))).toEqual([release.slice(release.lastIndexOf('/') + 1)]);
});

test('where memory does not suffice, the build ends before what serves', () => {
  program('npm', `cat /proc/self/oom_score_adj >"$FOLDER/score"; exit 1`);
  expect(build().status).toBe(1);
  expect(readFileSync(inFolder('score'), 'utf8').trim()).toBe('1000');
});
