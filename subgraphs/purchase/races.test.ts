import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { violations } from '../../testing/invariants.ts';
import {
  chooseDelivery,
  payPurchase,
  publishBook,
  purchaseBook,
  readPurchase,
  soundDelivery,
  stockOf,
} from '../../testing/operations.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { times } from '../../testing/times.ts';
import { StoreUser } from '../../testing/use-store.ts';

let running: TestStore;
let store: StoreUser;
const put = new Map<string, number>();

beforeAll(async () => {
  running = await startTestStore('races', { lanes: 2 });
  store = new StoreUser(running.description);
});

afterAll(async () => {
  await running.stop();
});

/** The outcomes that are not as the first one, which is then among them. */
function othersThanFirst(outcomes: object[]): object[] {
  const others = outcomes.filter(outcome => JSON.stringify(outcome) !== JSON.stringify(outcomes[0]));
  return others.length > 0 ? [outcomes[0] ?? {}, ...others] : [];
}

async function offer(stock: number): Promise<string> {
  const id = await publishBook(store.person().client, { stock });
  put.set(id, stock);
  return id;
}

describe('one idempotency key, 20 times at once', () => {
  // Five keys, since one may by chance be asked slowly enough for a store without a guard.
  test('purchaseBook makes one purchase a key and gives 20 equal answers, then and later', async () => {
    const bookId = await offer(100);
    const buyer = store.person();
    const other = store.nobody(1).as(buyer.client.token ?? '');
    const inputs = Array.from({ length: 5 }, () => ({ bookId, quantity: 3, idempotencyKey: randomUUID() }));
    const rounds = await Promise.all(
      inputs.map(input => times(20, index => purchaseBook(index % 2 ? buyer.client : other, input))),
    );
    for (const [index, outcomes] of rounds.entries()) {
      expect(othersThanFirst(outcomes)).toEqual([]);
      expect(outcomes[0]?.purchase?.status).toBe('AWAITING_PAYMENT');
      expect(await purchaseBook(buyer.client, inputs[index] ?? {})).toEqual(outcomes[0]);
    }
    expect(await stockOf(store.nobody(), bookId)).toBe(85);

    const reused = await purchaseBook(buyer.client, { ...inputs[0], quantity: 4 });
    expect(reused.userErrors.map(error => error.code)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    expect(await stockOf(store.nobody(), bookId)).toBe(85);
  });

  test('a refusal stays the same too', async () => {
    const bookId = await offer(1);
    const buyer = store.person();
    const input = { bookId, quantity: 2, idempotencyKey: randomUUID() };
    const outcomes = await times(20, () => purchaseBook(buyer.client, input));
    expect(othersThanFirst(outcomes)).toEqual([]);
    expect(outcomes[0]?.userErrors[0]?.code).toBe('OUT_OF_STOCK');
    expect(await stockOf(store.nobody(), bookId)).toBe(1);
  });

  test('payPurchase takes the money once and gives 20 equal answers', async () => {
    const { buyer, purchaseId } = await awaitingPayment();
    const input = { purchaseId, idempotencyKey: randomUUID() };
    const outcomes = await times(20, () => payPurchase(buyer.client, input));
    expect(othersThanFirst(outcomes)).toEqual([]);
    expect(outcomes[0]?.purchase?.status).toBe('PAID');
    expect(await capturesOf(purchaseId)).toBe(1);
    const reused = await payPurchase(buyer.client, { ...input, paymentToken: 'tok_declined' });
    expect(reused.userErrors[0]?.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });
});

test('paying under 20 keys at once takes the money once; the others are told WRONG_STATUS', async () => {
  const { buyer, purchaseId } = await awaitingPayment();
  const outcomes = await times(20, () => payPurchase(buyer.client, { purchaseId }));
  const codes = outcomes.map(({ userErrors }) => userErrors[0]?.code ?? 'PAID');
  expect(codes.filter(code => code === 'PAID')).toHaveLength(1);
  expect(codes.filter(code => code === 'WRONG_STATUS')).toHaveLength(19);
  expect((await readPurchase(buyer.client, purchaseId))?.status).toBe('PAID');
  expect(await capturesOf(purchaseId)).toBe(1);
});

test('after all of it no copy and no money is lost or doubled', async () => {
  expect(await violations(store, put)).toEqual([]);
});

async function awaitingPayment() {
  const bookId = await offer(5);
  const buyer = store.person();
  const { purchase } = await purchaseBook(buyer.client, { bookId });
  const purchaseId = purchase?.id ?? '';
  await chooseDelivery(buyer.client, { purchaseId, delivery: await soundDelivery(buyer.client) });
  return { buyer, purchaseId };
}

/** How often the payment provider was asked to take money for a purchase, and took it. */
async function capturesOf(purchaseId: string): Promise<number> {
  const rows = await store.rows(
    'purchase',
    `SELECT c.id FROM simulated_charge c JOIN payment p ON p.id = c.id WHERE p.purchase_id = ? AND c.status = 'CAPTURED'`,
    [purchaseId],
  );
  return rows.length;
}
