import { step } from '../../runtime/failpoint.ts';
import { askProvider } from './ask-provider.ts';
import {
  loadPayment,
  type Settled,
  writeAuthorized,
  writeCaptured,
  writeDeclined,
  writeVoided,
} from './payment-steps.ts';
import type { Store } from './store.ts';

/**
 * Brings a payment, as it was found a moment ago, as far as it goes: authorise → sell the copies → take the money. Each step is asked of
 * others first and written down then, only if nobody wrote it before; so that anyone may call this again at
 * any time, in parallel too. A payment that is still open when it returns waits for an answer: the worker asks on.
 */
export async function settlePayment(store: Store, found: Settled): Promise<Settled> {
  let settled = found;
  while (settled.payment.isOpen()) {
    const advanced = await (settled.payment.status === 'PENDING' ? authorize : sell)(store, settled);
    if (!advanced) return loadPayment(store.em, found.payment.id);
    settled = advanced;
  }
  return settled;
}

/** What became of it; undefined where the provider does not answer yet. */
async function authorize(store: Store, { payment }: Settled): Promise<Settled | undefined> {
  const { id, amount, token } = payment;
  const ask = () => store.paymentProvider.authorize({ id, amount, token, currency: store.currency.code });
  const answer = await step('pay-purchase.after-authorize', () => askProvider(store, 'authorize', id, ask));
  if (!answer) return undefined;
  return step('pay-purchase.after-authorized', () =>
    answer.approved ? writeAuthorized(store, payment) : writeDeclined(store.em, payment, answer.reason),
  );
}

/** Likewise; undefined where catalog does not answer yet, too. */
async function sell(store: Store, { payment, purchase }: Settled): Promise<Settled | undefined> {
  const commit = () => store.stock.commit(purchase.id);
  const isSold = await step('pay-purchase.after-commit-stock', commit).catch(error => {
    store.logger.warn({ err: error, purchaseId: purchase.id }, 'the copies could not be sold yet');
    return null;
  });
  if (isSold === null) return undefined;
  const verb = isSold ? 'capture' : 'void';
  const ask = async () => {
    await store.paymentProvider[verb](payment.id);
    return true;
  };
  const answer = await step('pay-purchase.after-capture', () => askProvider(store, verb, payment.id, ask));
  return answer ? (isSold ? writeCaptured : writeVoided)(store.em, payment) : undefined;
}
