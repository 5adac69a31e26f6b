import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { places } from './places.ts';

const heartbeatMilliseconds = 10_000;

/** Prints a line for the user, and keeps it in .data/logs/launcher.log. */
export function say(line: string, stream: NodeJS.WritableStream = process.stdout): void {
  stream.write(`${line}\n`);
  mkdirSync(places.logs, { recursive: true, mode: 0o700 });
  appendFileSync(join(places.logs, 'launcher.log'), `${new Date().toISOString()} ${line}\n`);
}

/** As say, for what happens at any time: the line begins with the local time. */
export const sayNow = (line: string): void => say(`${new Date().toTimeString().slice(0, 8)} ${line}`);

/**
 * Runs a step: says what is being done after `quiet` milliseconds and from then on every ten seconds, and what
 * was done in how many seconds at the end.
 */
export async function step<Result>(
  doing: string,
  work: () => Promise<Result>,
  done: (result: Result) => string,
  quiet = 1000,
): Promise<Result> {
  const began = Date.now();
  const seconds = () => (Date.now() - began) / 1000;
  const first = setTimeout(() => say(`… ${doing}`), quiet);
  const heartbeat = setInterval(() => say(`… ${doing} (${Math.round(seconds())} s)`), heartbeatMilliseconds);
  try {
    const result = await work();
    say(`✓ ${done(result)} ${seconds().toFixed(1)} s`);
    return result;
  } finally {
    clearTimeout(first);
    clearInterval(heartbeat);
  }
}
