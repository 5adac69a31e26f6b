import { setTimeout as delay } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';

const pollMilliseconds = 100;

/** Resolves when a server lets us log in there; throws what `signal` was aborted with. Asks without an end. */
export async function serverAnswers(url: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      const connection = await createConnection({ uri: url, connectTimeout: 2000 });
      connection.destroy();
      return;
    } catch {
      signal.throwIfAborted();
      await delay(pollMilliseconds, undefined, { signal });
    }
  }
}
