import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../deploy/local/free-port.ts';
import type { Contender } from './contenders.ts';
import { startProcess } from './start-process.ts';

const readyMilliseconds = 60_000;

/** A contender that runs. */
export interface RunningContender {
  contender: Contender;
  port: number;
  pid: number;
  /** What it answers to a query, as it came. */
  ask(query: string): Promise<string>;
  stop(): void;
}

async function ready(running: RunningContender, child: ChildProcess, query: string): Promise<void> {
  const deadline = Date.now() + readyMilliseconds;
  for (;;) {
    const answer = await running.ask(query).catch(() => '');
    if (answer.startsWith('{"data":{')) return;
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`${running.contender.name} does not answer: ${answer}`);
    await delay(200);
  }
}

/** Starts a contender, and resolves when it answers `query`. `settings` are those that all of them are told. */
export async function startContender(
  contender: Contender,
  options: { supergraphFile: string; folder: string; settings: Record<string, string>; query: string },
): Promise<RunningContender> {
  const { supergraphFile, folder, settings, query } = options;
  const port = await freePort();
  const child = startProcess({
    command: contender.command({ port, supergraphFile }),
    settings: { ...settings, ...contender.settings, PORT: String(port), SUPERGRAPH_FILE: supergraphFile },
    logFile: join(folder, `${contender.name.replaceAll(/\W+/g, '-')}.log`),
  });
  const running: RunningContender = {
    contender,
    port,
    pid: child.pid ?? 0,
    async ask(asked) {
      const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: asked }),
      });
      return response.text();
    },
    stop: () => child.kill('SIGKILL'),
  };
  try {
    await ready(running, child, query);
  } catch (error) {
    running.stop();
    throw error;
  }
  return running;
}
