import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { holderOf, identityOf, takeLock } from './process-lock.mjs';

const folder = mkdtempSync(join(tmpdir(), 'lock '));
afterAll(() => rmSync(folder, { recursive: true }));

async function endedProcess(): Promise<{ pid: number; identity: string | undefined }> {
  const child = spawn(process.execPath, ['--eval', 'setTimeout(() => {}, 60_000)']);
  const pid = child.pid ?? 0;
  const identity = identityOf(pid);
  child.kill('SIGKILL');
  await once(child, 'exit');
  return { pid, identity };
}

test('one holder at a time', () => {
  const file = join(folder, 'one');
  const lock = takeLock(file);
  expect(holderOf(file)).toBe(process.pid);
  expect(takeLock(file)).toBeUndefined();
  lock?.release();
  expect(holderOf(file)).toBeUndefined();
  expect(takeLock(file)).toBeDefined();
});

test('the lock of a dead process is taken over, also where another has its number now', async () => {
  const dead = await endedProcess();
  for (const holder of [dead, { ...dead, pid: process.pid }]) {
    const file = join(folder, `of ${holder.pid}`);
    writeFileSync(file, JSON.stringify([holder]));
    expect(takeLock(file)).toBeDefined();
    expect(holderOf(file)).toBe(process.pid);
  }
});

test('a lock holds for the process that it is shared with', async () => {
  const file = join(folder, 'shared');
  writeFileSync(file, JSON.stringify([await endedProcess(), { pid: 1, identity: identityOf(1) }]));
  expect(takeLock(file)).toBeUndefined();
});

test('of many at once one gets the lock that a dead process left', async () => {
  const file = join(folder, 'many');
  writeFileSync(file, JSON.stringify([await endedProcess()]));
  const program = `import('${new URL('./process-lock.mjs', import.meta.url)}').then(({ takeLock }) => {
    process.stdout.write(takeLock(process.argv[1]) ? 'got it' : 'refused');
    process.stdin.resume();
  })`;
  const children = Array.from({ length: 6 }, () => spawn(process.execPath, ['--eval', program, file]));
  const answers = children.map(async child => String((await once(child.stdout, 'data'))[0]));
  // Nobody ends, and so gives the lock back, before all have asked for it.
  const results = await Promise.all(answers);
  for (const child of children) child.stdin.end();
  await Promise.all(children.map(child => once(child, 'close')));
  expect(results.filter(result => result === 'got it')).toHaveLength(1);
});
