import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { entryOf } from '../bundle/entry-of.ts';
import { projectFolder } from '../local/places.ts';
import { runNode } from '../local/run-node.ts';

let cache: string;

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'bookstore-compiled-'));
});

afterEach(() => rmSync(cache, { recursive: true }));

const run = (file: string, command: string, environment: NodeJS.ProcessEnv) =>
  runNode([file, command], { environment: { PATH: process.env.PATH, ...environment } });

test('a command that was compiled starts from what was kept, and adds nothing', async () => {
  const environment = { NODE_COMPILE_CACHE: cache, BUNDLE_DIR: dirname(entryOf('worker')) };
  expect(await run('deploy/image/compile-commands.ts', 'worker', environment)).toMatchObject({ code: 0 });
  const kept = readdirSync(cache, { recursive: true });
  const { output } = await run('deploy/image/run.ts', 'worker', {
    ...environment,
    NODE_DEBUG_NATIVE: 'COMPILE_CACHE',
  });
  expect(output).toMatch(/code cache for \S+ \S*\/worker\.mjs was accepted/);
  const missed = output.match(/code cache for .* was (not initialized|rejected)/g) ?? [];
  expect(missed.filter(line => !line.includes('node_modules'))).toEqual([]);
  expect(readdirSync(cache, { recursive: true })).toEqual(kept);
});

test('it fails where nothing can be kept', async () => {
  const underAFile = join(projectFolder, 'package.json', 'compiled');
  for (const environment of [{}, { NODE_COMPILE_CACHE: underAFile }])
    expect(await run('deploy/image/compile-commands.ts', 'make-secrets', environment)).toMatchObject({
      code: 1,
      output: expect.stringContaining('Nothing was kept'),
    });
});

test('in the image the user who runs the store compiles, and cannot change what was kept', () => {
  const dockerfile = readFileSync(join(projectFolder, 'deploy/Dockerfile'), 'utf8');
  const stages = dockerfile.split(/^(?=FROM )/m);
  const compiling = stages.find(stage => stage.includes('compile-commands.ts')) ?? '';
  expect(compiling).toMatch(/^FROM store AS compiled\n/);
  expect(compiling).toMatch(/^USER node\nRUN node deploy\/image\/compile-commands\.ts && chmod -R a\+rX /m);
  const last = stages.at(-1) ?? '';
  expect(last).toMatch(/^COPY --from=compiled \/store\/\.compiled \.compiled\n(.*\n)*USER node\n/m);
});

test('the image runs the bundle that is made for it', () => {
  const dockerfile = readFileSync(join(projectFolder, 'deploy/Dockerfile'), 'utf8');
  expect(dockerfile).toContain('\nRUN node deploy/bundle/main.ts .bundle\n');
  expect(dockerfile).toContain('\nCOPY --from=pages /store/.bundle .bundle\n');
  expect(dockerfile).toContain('BUNDLE_DIR=/store/.bundle ');
});
