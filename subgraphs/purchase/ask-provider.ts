import { ifInTime } from '../../runtime/in-time.ts';
import { inSpan } from '../../runtime/tracing/spans.ts';
import { measureProvider, type Verb } from './provider-metrics.ts';
import type { Store } from './store.ts';

const attempts = 2;

/**
 * Asks the payment provider, with the store's patience, and once more under the same id when it had a problem.
 * Undefined when no answer came: what was asked may have happened, and is asked again later.
 */
export async function askProvider<Answer>(
  { settings, logger }: Store,
  verb: Verb,
  paymentId: string,
  ask: () => Promise<Answer>,
): Promise<Answer | undefined> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      const answer = await measureProvider(verb, () =>
        inSpan(
          () => ({ name: `payment provider: ${verb}`, kind: 'client' }),
          () => ifInTime(ask(), settings.PAYMENT_TIMEOUT_MS),
        ),
      );
      if (answer === undefined)
        logger.warn({ paymentId, verb }, 'the payment provider did not answer in time');
      return answer;
    } catch (error) {
      logger.warn({ err: error, paymentId, verb, attempt }, 'the payment provider had a problem');
    }
  }
  return undefined;
}
