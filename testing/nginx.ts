import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { endProcess, recordOf } from '../deploy/local/end-process.ts';
import { endWithLauncher } from '../deploy/local/end-with-launcher.ts';
import { writeConfiguration } from '../deploy/nginx/write-configuration.ts';
import { type Listen, nginxConfiguration } from './nginx-configuration.ts';
import { nginxProgram } from './nginx-program.ts';

const patienceMilliseconds = 5_000;

const accepts = (port: number): Promise<boolean> =>
  new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

/**
 * Runs an NGINX of its own by the nginx.conf in `folder`, which must say "daemon off". Resolves when it listens on the
 * ports; rejects with what it said when it does not. It ends by stop(), or with this process.
 */
export async function runNginx(folder: string, ports: readonly number[]): Promise<{ stop(): Promise<void> }> {
  const program = nginxProgram();
  if (!program) throw new Error('There is no NGINX on this machine: install nginx-light.');
  const log = join(folder, 'error.log');
  writeFileSync(log, '');
  const child = spawn(program, ['-p', folder, '-e', log, '-c', join(folder, 'nginx.conf')], {
    stdio: 'ignore',
    detached: true,
  });
  let hasEnded = false;
  child.once('exit', () => {
    hasEnded = true;
  });
  const record = recordOf(child.pid ?? 0);
  const callOff = endWithLauncher(record.pid);
  const stop = async () => {
    await endProcess(record, patienceMilliseconds);
    callOff();
  };
  const deadline = Date.now() + patienceMilliseconds;
  while (!(await Promise.all(ports.map(accepts))).every(Boolean)) {
    if (!hasEnded && Date.now() < deadline) await delay(20);
    else {
      await stop();
      throw new Error(`NGINX did not start:\n${readFileSync(log, 'utf8')}`);
    }
  }
  return { stop };
}

/**
 * Runs an NGINX that passes requests on as deploy/nginx/ has it, by several ports at once, each with the processes
 * behind it; all its files are in `folder`.
 */
export function startNginx(options: {
  folder: string;
  listens: readonly Listen[];
}): Promise<{ stop(): Promise<void> }> {
  const { folder, listens } = options;
  writeConfiguration(folder, nginxConfiguration(folder, listens));
  return runNginx(
    folder,
    listens.map(({ port }) => port),
  );
}
