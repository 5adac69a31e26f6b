import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { commandProblems } from './command-problems.ts';
import { languageProblems } from './language-problems.ts';
import { pinProblems } from './pin-problems.ts';
import { powerProblems } from './power-problems.ts';
import { scriptProblems } from './script-problems.ts';

const sound = `
name: Sound
on:
  push:
permissions: {}
concurrency:
  group: sound
jobs:
  gate:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      - id: gate
        run: .ci/run && npm run check && npm test
      - env:
          OUTCOME: \${{ steps.gate.outcome }}
        run: echo "$OUTCOME"
`;

/** The sound workflow with one thing in it put differently. */
function planted(what: string, instead: string): string {
  expect(sound).toContain(what);
  return sound.replace(what, instead);
}

const folder = mkdtempSync(join(tmpdir(), 'bookstore-workflows-'));

afterAll(() => rmSync(folder, { recursive: true }));

const problemsIn = (text: string) => {
  const file = join(folder, 'planted.yml');
  writeFileSync(file, text);
  return languageProblems([file]);
};

test('a sound workflow has no problems', async () => {
  const rules = [pinProblems, powerProblems, scriptProblems, commandProblems];
  expect(rules.flatMap(rule => rule(sound))).toEqual([]);
  expect(await problemsIn(sound)).toEqual([]);
});

test.each([
  ['runs-on: ubuntu-24.04', 'runs_on: ubuntu-24.04', 'runs_on'],
  ['timeout-minutes: 10', 'timeout-minutes: ten', 'ten'],
  ['contents: read', 'content: read', 'content'],
  ['steps.gate.outcome', 'steps.gat.outcome', 'gat'],
  ['permissions: {}', 'permissions: {', 'Flow map'],
])('%s as %s is no workflow of GitHub', async (what, instead, word) => {
  const problems = await problemsIn(planted(what, instead));
  expect(problems.join('\n')).toMatch(new RegExp(`planted\\.yml:\\d+: .*${word}`));
});

test.each([
  ['@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1', '@v7'],
  ['3d3c42e5aac5ba805825da76410c181273ba90b1', '3d3c42e'],
  [' # v7.0.1', ''],
  [' # v7.0.1', ' # newest'],
  ['actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1', 'docker://debian:bookworm'],
  ['actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1', './.github/actions/none'],
  ['ubuntu-24.04', 'ubuntu-latest'],
  ['timeout-minutes: 10', 'container:\n      image: debian'],
  ['timeout-minutes: 10', 'container:\n      image: debian:latest'],
])('%s as %s is not pinned', (what, instead) => {
  expect(pinProblems(planted(what, instead))).toHaveLength(1);
});

test.each([
  ['  push:', '  pull_request_target:', 'starts on pull_request_target'],
  ['  push:', '  workflow_run:', 'starts on workflow_run'],
  ['permissions: {}\n', '', 'may do more than read'],
  ['permissions: {}', 'permissions: write-all', 'may do more than read'],
  ['permissions: {}', 'permissions: { packages: write }', 'may do more than read'],
  ['concurrency:\n  group: sound\n', '', 'concurrency'],
  ['    timeout-minutes: 10\n', '', 'gate has no timeout-minutes'],
  ['persist-credentials: false', 'fetch-depth: 0', 'leaves the token'],
  ['steps.gate.outcome', 'secrets.KEY', 'secrets outside an environment'],
])('%j as %j is too much power', (what, instead, problem) => {
  expect(powerProblems(planted(what, instead))).toEqual([expect.stringContaining(problem)]);
});

test('a pull request may not write', () => {
  const text = planted('contents: read', 'packages: write').replace('  push:', '  pull_request:');
  expect(powerProblems(text)).toEqual(['gate may write, on a pull request']);
});

test.each([
  ['echo "$OUTCOME"', 'echo "$OUTCOME', 'unexpected EOF'],
  ['echo "$OUTCOME"', `echo "\${{ github.head_ref }}"`, 'give it what it needs by env'],
])('the script %s as %s is unsound', (what, instead, problem) => {
  expect(scriptProblems(planted(what, instead))).toEqual([expect.stringContaining(problem)]);
});

test.each([
  ['.ci/run', '.ci/runs', 'there is no .ci/runs'],
  ['.ci/run', 'env "deploy/vm/instal.sh"', 'there is no deploy/vm/instal.sh'],
  ['.ci/run', '.ci/../deploy/swarm/none-$WHICH', 'there is no .ci/../deploy/swarm/none-'],
  ['npm run check', 'npm run checks', 'there is no npm script checks'],
  ['npm test', 'npm tests', 'there is no npm script tests'],
  ['persist-credentials: false', 'file: deploy/Dockerfiles', 'there is no deploy/Dockerfiles'],
])('%s as %s does not exist', (what, instead, problem) => {
  expect(commandProblems(planted(what, instead))).toEqual([problem]);
});

test('a script that cannot be executed is found', () => {
  mkdirSync(join(folder, '.ci'));
  writeFileSync(join(folder, '.ci', 'run'), '', { mode: 0o644 });
  writeFileSync(join(folder, 'package.json'), '{ "scripts": { "check": "", "test": "" } }');
  expect(commandProblems(sound, folder)).toEqual(['.ci/run cannot be executed']);
});
