import { counter, histogram } from '../../runtime/metrics/instruments.ts';
import type { PaymentProvider } from './payment-provider/payment-provider.ts';

/** What the provider is asked. */
export type Verb = keyof PaymentProvider;

const verbs: readonly Verb[] = ['authorize', 'capture', 'void', 'refund'];
const outcomes = ['answered', 'failed', 'late'] as const;

const requests = counter(
  'payment_provider_requests_total',
  'Requests to the payment provider: answered (declined cards too), failed, or late (PAYMENT_TIMEOUT_MS).',
  ['verb', 'outcome'],
);
const duration = histogram('payment_provider_request_duration_seconds', 'How long they were waited for.', [
  'verb',
]);

for (const verb of verbs) for (const outcome of outcomes) requests.inc({ verb, outcome }, 0);

/** Counts and times a request to the provider; `undefined` for an answer says that it did not come in time. */
export async function measureProvider<Answer>(
  verb: Verb,
  ask: () => Promise<Answer | undefined>,
): Promise<Answer | undefined> {
  const since = performance.now();
  let outcome: (typeof outcomes)[number] = 'failed';
  try {
    const answer = await ask();
    outcome = answer === undefined ? 'late' : 'answered';
    return answer;
  } finally {
    requests.inc({ verb, outcome });
    duration.observe({ verb }, (performance.now() - since) / 1000);
  }
}
