import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { identityOf } from './process-lock.mjs';

const here = (file: string) => new URL(file, import.meta.url).href;

/** Starts a launcher whose only work is `program`, which prints a process number; kills it when it has. */
async function killLauncherOf(program: string): Promise<number> {
  const launcher = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output] = await once(launcher.stdout, 'data');
  launcher.kill('SIGKILL');
  return Number(String(output));
}

async function ends(pid: number): Promise<boolean> {
  for (const deadline = Date.now() + 10_000; identityOf(pid); await delay(50))
    if (Date.now() > deadline) return false;
  return true;
}

test('a process group ends with a launcher that is killed', async () => {
  const pid = await killLauncherOf(`
    import { spawn } from 'node:child_process';
    import { endWithLauncher } from '${here('./end-with-launcher.ts')}';
    const { pid } = spawn('sleep', ['60'], { detached: true });
    endWithLauncher(pid);
    process.stdout.write(String(pid));
    setInterval(() => {}, 1000);
  `);
  expect(await ends(pid)).toBe(true);
});

test('a service ends with a launcher that is killed, whatever it still has to log', async () => {
  const service = `
    import { pino } from 'pino';
    const logger = pino();
    process.on('SIGTERM', () => { logger.info('stopping'); process.exit(0); });
    logger.info('started');
    setInterval(() => logger.info('alive'), 5);
  `;
  const pid = await killLauncherOf(`
    import { spawn } from 'node:child_process';
    const child = spawn(
      process.execPath,
      ['--import', '${here('./exit-with-parent.mjs')}', '--input-type=module', '--eval', ${JSON.stringify(service)}],
      { detached: true, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
    );
    child.stdout.once('data', () => process.stdout.write(String(child.pid)));
  `);
  expect(await ends(pid)).toBe(true);
});
