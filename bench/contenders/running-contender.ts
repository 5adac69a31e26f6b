import { join } from 'node:path';
import { freePort } from '../../deploy/local/free-port.ts';
import type { Contender } from './contenders.ts';
import { startProcess } from './start-process.ts';
import { untilAnswered } from './until-answered.ts';

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

/** Rejects with what it answers instead, where that is no result. */
async function answers({ ask }: RunningContender, query: string): Promise<true> {
  const answer = await ask(query);
  if (!answer.startsWith('{"data":{')) throw new Error(answer);
  return true;
}

/** Starts a contender, and resolves when it answers `query`. `settings` are those that all of them are told. */
export async function startContender(
  contender: Contender,
  options: {
    supergraphFile: string;
    bundle: string;
    folder: string;
    settings: Record<string, string>;
    query: string;
  },
): Promise<RunningContender> {
  const { supergraphFile, bundle, folder, settings, query } = options;
  const port = await freePort();
  const logFile = join(folder, `${contender.name.replaceAll(/\W+/g, '-')}.log`);
  const child = startProcess({
    command: contender.command({ port, supergraphFile, bundle }),
    settings: { ...settings, ...contender.settings, PORT: String(port), SUPERGRAPH_FILE: supergraphFile },
    logFile,
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
    await untilAnswered({ what: contender.name, child, logFile, milliseconds: readyMilliseconds }, () =>
      answers(running, query),
    );
  } catch (error) {
    running.stop();
    throw error;
  }
  return running;
}
