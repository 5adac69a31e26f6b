import { setTimeout as delay } from 'node:timers/promises';
import type { Errand } from '../plan/plan-errand.ts';
import type { PurchaseRecord } from '../record/purchase-record.ts';
import type { SeenPurchase } from './operations.ts';
import type { Person } from './scene.ts';
import { look, tell } from './tell.ts';

const lookMilliseconds = 700;

const paid = ['PAID', 'SHIPPED', 'DELIVERED'];

/** Sends one payment until it is answered, and writes down what was answered under its key. */
async function sendPayment(
  buyer: Person,
  record: PurchaseRecord,
  input: { purchaseId: string; idempotencyKey: string; paymentToken: string | null },
): Promise<void> {
  const { idempotencyKey } = input;
  record.notePayment(idempotencyKey);
  const sent = { ...input, method: 'CREDIT_CARD' };
  const { purchase, userErrors } = await tell(buyer.client, record, 'payPurchase', sent);
  const codes = userErrors.map(({ code }) => code);
  if (codes.includes('PAYMENT_DECLINED')) record.notePayment(idempotencyKey, 'declined');
  if (codes.includes('RESERVATION_EXPIRED')) record.notePayment(idempotencyKey, 'expired');
  if (codes.length === 0 && purchase && paid.includes(purchase.status))
    record.notePayment(idempotencyKey, 'paid');
}

/** Waits until no payment of the purchase is under way; the purchase then, if there is one. */
async function untilSettled(
  buyer: Person,
  record: PurchaseRecord,
  id: string,
): Promise<SeenPurchase | undefined> {
  for (;;) {
    const purchase = await look(buyer.client, record, id);
    const isOpen = ['PENDING', 'AUTHORIZED'].includes(purchase?.payment?.status ?? '');
    if (purchase?.status !== 'AWAITING_PAYMENT' || !isOpen || buyer.client.isTooLate) return purchase;
    await delay(lookMilliseconds);
  }
}

/** Tries one card after the other, each as the errand has it, until the purchase no longer awaits payment. */
export async function pay(
  buyer: Person,
  record: PurchaseRecord,
  id: string,
  errand: Errand,
): Promise<SeenPurchase | undefined> {
  let purchase: SeenPurchase | undefined;
  for (const [card, paymentToken] of errand.cards.entries()) {
    const key = (tab: number) => `${record.key} card ${card} tab ${tab}`;
    const send = (tab: number) =>
      sendPayment(buyer, record, { purchaseId: id, paymentToken, idempotencyKey: key(tab) });
    if (errand.pays === 'once') await send(1);
    else await Promise.all([send(1), send(errand.pays === 'in two tabs' ? 2 : 1)]);
    purchase = await untilSettled(buyer, record, id);
    if (purchase?.status !== 'AWAITING_PAYMENT') return purchase;
  }
  return purchase;
}
