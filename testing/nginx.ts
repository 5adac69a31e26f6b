import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { endProcess, recordOf } from '../deploy/local/end-process.ts';
import { endWithLauncher } from '../deploy/local/end-with-launcher.ts';
import { isRoot } from '../deploy/local/is-root.ts';
import type { Listen } from '../deploy/nginx/in-front.ts';
import { nginxConfiguration } from '../deploy/nginx/nginx-configuration.ts';
import { writeConfiguration } from '../deploy/nginx/write-configuration.ts';
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
 * Starts an NGINX of its own that passes requests on as deploy/nginx/ has it, by several ports at once, each with
 * the processes behind it; all its files are in `folder`. Resolves when it listens; rejects with what it said
 * when it does not. It ends by stop(), or with this process.
 */
export async function startNginx(options: {
  folder: string;
  listens: readonly Listen[];
}): Promise<{ stop(): Promise<void> }> {
  const { folder, listens } = options;
  const program = nginxProgram();
  if (!program) throw new Error('There is no NGINX on this machine: install nginx-light.');
  mkdirSync(folder, { recursive: true });
  const [configuration, log] = [join(folder, 'nginx.conf'), join(folder, 'error.log')];
  const main = `${isRoot ? 'user root root;' : ''}\nworker_processes 1;\nerror_log "${log}" warn;`;
  writeConfiguration(folder, nginxConfiguration({ writable: folder, listens, main }));
  writeFileSync(log, '');
  const child = spawn(program, ['-p', folder, '-e', log, '-c', configuration], {
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
  while (!(await Promise.all(listens.map(({ port }) => accepts(port)))).every(Boolean)) {
    if (!hasEnded && Date.now() < deadline) await delay(20);
    else {
      await stop();
      throw new Error(`NGINX did not start:\n${readFileSync(log, 'utf8')}`);
    }
  }
  return { stop };
}
