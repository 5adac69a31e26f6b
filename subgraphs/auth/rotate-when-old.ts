import type { KeyObject } from 'node:crypto';
import type { Database } from '../../runtime/database.ts';
import type { Logger } from '../../runtime/logger.ts';
import { rotateSigningKey } from './rotate-signing-key.ts';

const everyMilliseconds = 3600 * 1000;

/**
 * Looks every hour, until the function that it returns is called, whether the newest key of access tokens is older than
 * SIGNING_KEY_DAYS, and rotates then. Any number of replicas may do so. 0 days: never.
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
  const look = async () => {
    const kid = await rotateSigningKey(database.fork(), { settingsKey, olderThanDays: days });
    if (kid) logger.info({ kid }, 'a new key of access tokens is made');
  };
  const timer = setInterval(() => {
    look().catch(err =>
      logger.warn({ err }, 'the key of access tokens cannot be changed; trying again in an hour'),
    );
  }, everyMilliseconds);
  return () => clearInterval(timer);
}
