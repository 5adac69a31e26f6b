import { spawn } from 'node:child_process';
import { endProcess, recordOf } from './end-process.ts';
import { endWithLauncher } from './end-with-launcher.ts';

const patienceMilliseconds = 10_000;

export interface Command {
  program: string;
  args: string[];
  folder: string;
  environment?: NodeJS.ProcessEnv;
  /** Written to its standard input. */
  input?: string;
  /** Every whole line of its output, as it comes. */
  onLine?: (line: string) => void;
  /** Ends it when aborted. */
  signal?: AbortSignal | undefined;
}

export interface Ended {
  /** The exit code; null where a signal ended it. */
  code: number | null;
  /** All that it printed, both streams in the order of arrival. */
  output: string;
}

/**
 * Runs a program to its end, in a process group of its own that does not outlive this process. Throws what the
 * signal was aborted with, after the program has ended; and the error where it cannot be run at all.
 */
export async function runToEnd(command: Command): Promise<Ended> {
  command.signal?.throwIfAborted();
  const child = spawn(command.program, command.args, {
    cwd: command.folder,
    env: command.environment ?? process.env,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  let unfinished = '';
  const take = (text: string) => {
    output += text;
    const lines = (unfinished + text).split('\n');
    unfinished = lines.pop() ?? '';
    for (const line of lines) command.onLine?.(line);
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', take);
  child.stdin.on('error', () => {});
  child.stdin.end(command.input);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const { pid } = child;
  if (pid === undefined) return { code: await ended, output };
  const record = recordOf(pid);
  const callOff = endWithLauncher(pid);
  const end = () => void endProcess(record, patienceMilliseconds);
  command.signal?.addEventListener('abort', end);
  try {
    const code = await ended;
    command.signal?.throwIfAborted();
    return { code, output };
  } finally {
    command.signal?.removeEventListener('abort', end);
    callOff();
  }
}

/** The last lines of an output, for a message. */
export const lastLines = (output: string, count = 15): string =>
  output.trimEnd().split('\n').slice(-count).join('\n');
