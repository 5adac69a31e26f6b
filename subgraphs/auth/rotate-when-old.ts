import type { KeyObject } from 'node:crypto';
import type { Database } from '../../runtime/database.ts';
import type { Logger } from '../../runtime/logger.ts';
import { rotateSigningKey } from './rotate-signing-key.ts';

const everyMilliseconds = 3600 * 1000;
const retryMilliseconds = 60 * 1000;

/**
 * Looks at once and then every hour, until the function that it returns is called, whether the newest key of access tokens is older than
 * SIGNING_KEY_DAYS, and rotates then; a process that never lives for an hour does so too. Where the database cannot be asked it
 * looks again in a minute. Any number of replicas may do so. 0 days: never.
 */
export function rotateWhenOld(
  database: Database,
  {
    AUTH_SIGNING_KEY: settingsKey,
    SIGNING_KEY_DAYS: days,
  }: { AUTH_SIGNING_KEY: KeyObject; SIGNING_KEY_DAYS: number },
  logger: Logger,
): () => void {
  if (days === 0) return () => undefined;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const look = async () => {
    let pause = everyMilliseconds;
    try {
      const kid = await rotateSigningKey(database.fork(), { settingsKey, olderThanDays: days });
      if (kid) logger.info({ kid }, 'a new key of access tokens is made');
    } catch (err) {
      logger.warn({ err }, 'the key of access tokens cannot be changed; trying again in a minute');
      pause = retryMilliseconds;
    }
    if (!isStopped) timer = setTimeout(() => void look(), pause);
  };
  void look();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
