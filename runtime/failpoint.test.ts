import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { failpoint, step } from './failpoint.ts';
import { inTime } from './in-time.ts';

const { NODE_ENV = 'test' } = process.env;

afterEach(() => {
  process.env.NODE_ENV = NODE_ENV;
  delete process.env.FAILPOINT;
  delete process.env.FAILPOINT_FILE;
});

/** How often a step that counts itself was done, and what it answered. */
async function counted(name: string): Promise<{ answer: number; done: number }> {
  let done = 0;
  const answer = await step(name, async () => {
    done += 1;
    return done;
  });
  return { answer, done };
}

test('error throws after the work, once, and at no other place', async () => {
  process.env.FAILPOINT = 'here:error';
  expect(await counted('elsewhere')).toEqual({ answer: 1, done: 1 });
  await expect(counted('here')).rejects.toThrow('The failpoint here strikes.');
  expect(await counted('here')).toEqual({ answer: 1, done: 1 });
});

test('duplicate does a step twice, and has a transaction done again as after a deadlock', async () => {
  process.env.FAILPOINT = 'here:duplicate';
  expect(await counted('here')).toEqual({ answer: 2, done: 2 });
  process.env.FAILPOINT = 'here:duplicate';
  await expect(failpoint('here')).rejects.toMatchObject({ errno: 1213 });
  await failpoint('here');
});

test('hang never goes on; delay does, later than anyone waits', async () => {
  process.env.FAILPOINT = 'here:hang';
  await expect(inTime(failpoint('here'), 200)).rejects.toThrow('too late');
  process.env.FAILPOINT = 'here:delay';
  const begun = Date.now();
  await failpoint('here');
  expect(Date.now() - begun).toBeGreaterThan(2_500);
});

test('a file arms it at any time, and is gone once it has struck', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'failpoint-')), 'armed');
  process.env.FAILPOINT_FILE = file;
  await failpoint('here');
  writeFileSync(file, 'here:error\n');
  await failpoint('elsewhere');
  await expect(failpoint('here')).rejects.toThrow('strikes');
  expect(existsSync(file)).toBe(false);
  await failpoint('here');
});

test('kill is the mode where none is named, and an unknown one is told', async () => {
  const url = new URL('./failpoint.ts', import.meta.url).href;
  const program = `const { failpoint } = await import('${url}'); await failpoint('here');`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...process.env, NODE_ENV: 'test', FAILPOINT: 'here' },
  });
  expect(run.signal).toBe('SIGKILL');
  process.env.FAILPOINT = 'here:explode';
  await expect(failpoint('here')).rejects.toThrow('there is no mode explode');
});

test.each(['production', 'development'])('nothing strikes in %s', async environment => {
  process.env.NODE_ENV = environment;
  process.env.FAILPOINT = 'here:error';
  await failpoint('here');
  expect(await counted('here')).toEqual({ answer: 1, done: 1 });
});
