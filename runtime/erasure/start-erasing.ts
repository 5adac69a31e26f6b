import { setTimeout as delay } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/mysql';
import type { Database } from '../database.ts';
import { step } from '../failpoint.ts';
import { inTime } from '../in-time.ts';
import type { Logger } from '../logger.ts';
import { claimDeletion, concludeDeletion, type Deletion } from './claim-deletion.ts';

const idleMilliseconds = 2_000;
const farewellMilliseconds = 3_000;

/**
 * Erases what a database holds on a user whose account was deleted. Answers whether nothing is left; false where something
 * must wait. It may be interrupted anywhere, and is called again until nothing is left.
 */
export type Erase = (em: EntityManager, deletion: Deletion) => Promise<boolean>;

/** Erases users of deleted accounts, one after the other, until it is stopped. Any number of replicas may do so. */
export function startErasing(database: Database, erase: Erase, logger: Logger): { stop(): Promise<void> } {
  const stopped = new AbortController();
  const { signal } = stopped;

  async function eraseNext(): Promise<boolean> {
    const deletion = await step('erase.after-claim', () => claimDeletion(database.fork()));
    if (!deletion) return false;
    const isNothingLeft = await step('erase.after-erase', () => erase(database.fork(), deletion));
    await step('erase.after-conclude', () => concludeDeletion(database.fork(), deletion, isNothingLeft));
    return true;
  }

  async function work(): Promise<void> {
    let isWell = true;
    while (!signal.aborted) {
      try {
        const isDone = await eraseNext();
        isWell = true;
        if (isDone) continue;
      } catch (err) {
        if (isWell) logger.warn({ err }, 'what is held on a deleted account cannot be erased yet');
        isWell = false;
      }
      await delay(idleMilliseconds, undefined, { signal }).catch(() => undefined);
    }
  }

  const working = work();
  return {
    async stop() {
      stopped.abort();
      // Somebody with thousands of books takes long: another process goes on.
      await inTime(working, farewellMilliseconds).catch(() => undefined);
    },
  };
}
