import { ifInTime } from '../../runtime/in-time.ts';
import type { Store } from './store.ts';

/**
 * The outcome of a piece of work; undefined when whoever asked for it has waited long enough (SETTLE_TIMEOUT_MS): it goes
 * on then, and what it leaves undone the worker does. Rejects when it fails before.
 */
export async function waitAWhile<Outcome>(
  { settings, logger }: Store,
  work: Promise<Outcome>,
): Promise<Outcome | undefined> {
  let isLate = false;
  work.catch(error => {
    if (isLate) logger.warn({ err: error }, 'what went on without its buyer is left to the worker');
  });
  const outcome = await ifInTime(work, settings.SETTLE_TIMEOUT_MS);
  isLate = true;
  return outcome;
}
