import { setTimeout as delay } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/mysql';
import type { Database } from '../database.ts';
import { step } from '../failpoint.ts';
import { inTime, unlessSilent } from '../in-time.ts';
import type { Logger } from '../logger.ts';
import {
  claimDeletion,
  concludeDeletion,
  type Deletion,
  leaseSeconds,
  renewDeletion,
} from './claim-deletion.ts';

const idleMilliseconds = 2_000;
const farewellMilliseconds = 3_000;

/**
 * Erases what a database holds on a user whose account was deleted. Answers whether nothing is left; false where something
 * must wait. It may be interrupted anywhere, and is called again until nothing is left. It calls `goOn` between pieces of work
 * that take seconds: while it does, nobody else begins the same.
 */
export type Erase = (em: EntityManager, deletion: Deletion, goOn: () => Promise<void>) => Promise<boolean>;

/**
 * Erases users of deleted accounts, one after the other, until it is stopped. Any number of replicas may do so. Whatever one
 * hangs in, it is left when it has not gone on for as long as others leave alone what it has claimed.
 */
export function startErasing(database: Database, erase: Erase, logger: Logger): { stop(): Promise<void> } {
  const stopped = new AbortController();
  const { signal } = stopped;

  async function eraseNext(goesOn: () => void): Promise<boolean> {
    const deletion = await step('erase.after-claim', () => claimDeletion(database.fork()));
    if (!deletion) return false;
    const goOn = () => {
      goesOn();
      return renewDeletion(database.fork(), deletion);
    };
    const isNothingLeft = await step('erase.after-erase', () => erase(database.fork(), deletion, goOn));
    await step('erase.after-conclude', () => concludeDeletion(database.fork(), deletion, isNothingLeft));
    return true;
  }

  async function work(): Promise<void> {
    let isWell = true;
    while (!signal.aborted) {
      try {
        const isDone = await unlessSilent(eraseNext, leaseSeconds * 1_000);
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
