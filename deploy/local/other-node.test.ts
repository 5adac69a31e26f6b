import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { projectFolder } from './places.ts';

const folder = mkdtempSync(join(tmpdir(), 'bookstore-node-'));

afterAll(() => rmSync(folder, { recursive: true }));

/** A program that says it is that version of Node, and tells what else it is asked to run. */
function fakeNode(version: string): string {
  const path = join(folder, version);
  writeFileSync(path, `#!/bin/sh\n[ "$1" = --version ] && echo ${version} || echo "$0 runs $*"\n`, {
    mode: 0o755,
  });
  return path;
}

/** Runs a file of the project as npm's scripts do, with that PROJECT_NODE. */
const run = (node: string) =>
  spawnSync(process.execPath, ['deploy/local/bootstrap.mjs', '.ci/no-such-file.ts', 'word'], {
    cwd: projectFolder,
    encoding: 'utf8',
    env: { ...process.env, PROJECT_NODE: node },
  });

test('PROJECT_NODE names another Node to run on', () => {
  const node = fakeNode('v99.1.0');
  const { stdout, status } = run(node);
  expect(stdout).toContain(`${node} runs `);
  expect(stdout).toMatch(/\/\.ci\/no-such-file\.ts word\n$/);
  expect(status).toBe(0);
});

test('the project runs on its own Node where PROJECT_NODE is empty', () => {
  const { dependencies } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
  const { stderr } = run('');
  expect(stderr).toContain('Cannot find module');
  expect(stderr).toContain(`Node.js v${dependencies.node}`);
});

test.each([
  ['v23.9.0', 'is Node 23: the project runs on 24 or newer'],
  ['another-program', 'is no Node that can be run'],
])('a PROJECT_NODE that is %s is refused', (version, reason) => {
  const { stderr, status } = run(fakeNode(version));
  expect(stderr).toContain(reason);
  expect(status).toBe(1);
});

test.each(['node', '/no/such/node'])('a PROJECT_NODE that is %s is refused', path => {
  const { stderr, status } = run(path);
  expect(stderr).toContain(`PROJECT_NODE ${path} is no Node that can be run`);
  expect(status).toBe(1);
});
