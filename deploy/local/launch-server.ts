import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess } from './end-process.ts';
import type { DatabaseProgram } from './find-database-server.ts';
import { lastLines } from './run-to-end.ts';
import { serverAnswers } from './server-answers.ts';
import { type ServerProcess, spawnServer } from './server-process.ts';
import { StartError } from './start-error.ts';

const patienceMilliseconds = 30_000;

export interface ServerPlan {
  program: DatabaseProgram;
  folder: string;
  durable: boolean;
  /** Where root logs in when the server listens on `port`. */
  adminUrl: (port: number) => string;
  /** Options besides the usual ones, which they win over. */
  options?: readonly string[];
}

/**
 * Starts a server on `port` and resolves when it answers. Throws a StartError with the end of its log when it
 * ends instead, or what `signal` was aborted with after ending it.
 */
export async function launchServer(
  plan: ServerPlan,
  port: number,
  signal: AbortSignal,
): Promise<ServerProcess> {
  const server = spawnServer(plan.program, plan.folder, port, plan.durable, plan.options);
  const over = new AbortController();
  const died = server.ended.then(how => {
    const log = readFileSync(join(plan.folder, 'server.log'), 'utf8');
    throw new StartError(`${plan.program.path} ended while it started (${how}):\n${lastLines(log)}`);
  });
  try {
    const answers = serverAnswers(plan.adminUrl(port), AbortSignal.any([signal, over.signal]));
    await Promise.race([answers, died]);
    died.catch(() => {});
    return server;
  } catch (error) {
    over.abort();
    await endProcess(server.record, patienceMilliseconds);
    throw error;
  }
}
