import { setTimeout as delay } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { subgraphs } from '../../runtime/services.ts';
import type { DatabaseUrls } from './databases.ts';
import { say } from './progress.ts';
import { StartError } from './start-error.ts';

const pollMilliseconds = 500;

/** A server that is starting or full says so itself; every other refusal of its own is final. */
const passing = ['ER_CON_COUNT_ERROR', 'ER_SERVER_SHUTDOWN'];

function reasonOf(error: unknown): { text: string; isFinal: boolean } {
  const { code = '', message } = error as { code?: string; message: string };
  return { text: message || code, isFinal: code.startsWith('ER_') && !passing.includes(code) };
}

/**
 * Resolves when a database lets us in. Throws a StartError that names it by `what` when it refuses, or does not answer
 * for `milliseconds`; and what `signal` was aborted with.
 */
export async function waitForDatabase(
  what: string,
  url: string,
  signal: AbortSignal,
  milliseconds = 60_000,
): Promise<void> {
  const place = `${what} at ${new URL(url).host}`;
  const deadline = Date.now() + milliseconds;
  for (let told = false; ; told = true) {
    signal.throwIfAborted();
    try {
      const connection = await createConnection({ uri: url, connectTimeout: 5000 });
      return connection.destroy();
    } catch (error) {
      const { text, isFinal } = reasonOf(error);
      if (isFinal) throw new StartError(`${place} refuses: ${text}`);
      if (Date.now() > deadline)
        throw new StartError(`${place} has not answered for ${milliseconds / 1000} s: ${text}`);
      if (!told) say(`… waiting for ${place}`);
      await delay(pollMilliseconds, undefined, { signal });
    }
  }
}

/** The same of all three databases. */
export async function waitForDatabases(
  urls: DatabaseUrls,
  signal: AbortSignal,
  milliseconds = 60_000,
): Promise<void> {
  await Promise.all(
    subgraphs.map(name => waitForDatabase(`the database of ${name}`, urls[name], signal, milliseconds)),
  );
}
