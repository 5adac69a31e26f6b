import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { payPurchase, publishBook, purchaseBook, soundDelivery } from '../../testing/operations.ts';
import { sharedStore } from '../../testing/use-store.ts';

test('a purchase that was paid between the worker claimed it and looked at it keeps its money', async () => {
  const store = sharedStore();
  const bookId = await publishBook(store.person().client, { stock: 1 });
  const buyer = store.person();
  const delivery = await soundDelivery(buyer.client);
  const { purchase } = await purchaseBook(buyer.client, { bookId, delivery });
  const id = purchase?.id ?? '';
  await payPurchase(buyer.client, { purchaseId: id });

  const dueTimes = new Set<string>();
  await store.rows('purchase', 'UPDATE purchase SET due_at = NOW(3) WHERE id = ?', [id]);
  // A second claim means that the worker is through with what it did on the first.
  while (dueTimes.size < 3) {
    const [row] = await store.rows<{ due: string }>(
      'purchase',
      'SELECT due_at + 0 AS due FROM purchase WHERE id = ?',
      [id],
    );
    dueTimes.add(row?.due ?? '');
    await delay(50);
  }
  await store.rows('purchase', 'UPDATE purchase SET due_at = NULL WHERE id = ?', [id]);

  const ends = await store.rows(
    'purchase',
    `SELECT p.status, y.status AS payment, c.status AS charge FROM purchase p
     JOIN payment y ON y.id = p.payment_id JOIN simulated_charge c ON c.id = y.id WHERE p.id = ?`,
    [id],
  );
  expect(ends).toEqual([{ status: 'PAID', payment: 'CAPTURED', charge: 'CAPTURED' }]);
});
