import { ifInTime } from '../../runtime/in-time.ts';
import type { Store } from './store.ts';

const attempts = 2;

/**
 * Asks the payment provider, with the store's patience, and once more under the same id when it had a problem.
 * Undefined when no answer came: what was asked may have happened, and is asked again later.
 */
export async function askProvider<Answer>(
  { settings, logger }: Store,
  paymentId: string,
  ask: () => Promise<Answer>,
): Promise<Answer | undefined> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      const answer = await ifInTime(ask(), settings.PAYMENT_TIMEOUT_MS);
      if (answer === undefined) logger.warn({ paymentId }, 'the payment provider did not answer in time');
      return answer;
    } catch (error) {
      logger.warn({ err: error, paymentId, attempt }, 'the payment provider had a problem');
    }
  }
  return undefined;
}
