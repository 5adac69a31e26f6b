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
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => {
    isLate = true;
    resolve(undefined);
  }, settings.SETTLE_TIMEOUT_MS);
  const watched = work.catch(error => {
    if (!isLate) throw error;
    logger.warn({ err: error }, 'what went on without its buyer is left to the worker');
    return undefined;
  });
  return Promise.race([watched, late]).finally(() => clearTimeout(timer));
}
