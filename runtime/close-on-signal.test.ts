import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';

const program = (steps: string) => `
  const { closeOnSignal } = await import(${JSON.stringify(new URL('./close-on-signal.ts', import.meta.url).href)});
  const { createLogger } = await import(${JSON.stringify(new URL('./logger.ts', import.meta.url).href)});
  setInterval(() => {}, 1000);
  closeOnSignal(createLogger('test', 'silent'), [${steps}], 0);
  console.log('up');`;

/** What a process that closes by these steps says after SIGTERM, and its exit code. */
async function end(steps: string): Promise<{ said: string; code: number }> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program(steps)]);
  await once(child.stdout, 'data');
  let said = '';
  child.stdout.on('data', text => {
    said += text;
  });
  child.kill('SIGTERM');
  const [code] = await once(child, 'close');
  return { said, code };
}

const say = (word: string) => `async () => console.log('${word}')`;

test('on SIGTERM it closes all in order, and exits 0', async () => {
  expect(await end(`${say('server')}, ${say('database')}`)).toEqual({ said: 'server\ndatabase\n', code: 0 });
});

test('what cannot be closed does not keep the rest from it, and the exit code tells', async () => {
  const fail = `async () => { throw new Error('no') }`;
  expect(await end(`${fail}, ${say('database')}`)).toEqual({ said: 'database\n', code: 1 });
});
