import { beforeAll, expect, test } from '@jest/globals';
import { eventually } from '../../testing/eventually.ts';
import { notifiedOf } from '../../testing/notified-of.ts';
import {
  cancelPurchase,
  payPurchase,
  publishBook,
  purchaseBook,
  soundDelivery,
} from '../../testing/operations.ts';
import { toldOf } from '../../testing/told-of.ts';
import { type RegisteredPerson, type StoreUser, sharedStore } from '../../testing/use-store.ts';

// What ends otherwise than by an arrival is told as what it is, to those whom it concerns.

let store: StoreUser;
let seller: RegisteredPerson;
let buyer: RegisteredPerson;
let bookId: string;

beforeAll(async () => {
  store = sharedStore();
  [seller, buyer] = await Promise.all([store.register(), store.register()]);
  bookId = await publishBook(seller.client, { stock: 2 });
});

async function reserve(): Promise<string> {
  const delivery = await soundDelivery(buyer.client);
  const { purchase } = await purchaseBook(buyer.client, { bookId, delivery });
  return purchase?.id ?? '';
}

test('a purchase that is not paid in time: to its buyer alone', async () => {
  const purchaseId = await reserve();
  await store.rows(
    'purchase',
    `UPDATE purchase SET reserved_until = UTC_TIMESTAMP(3) - INTERVAL 5 SECOND, due_at = UTC_TIMESTAMP(3) - INTERVAL 5 SECOND
     WHERE id = ?`,
    [purchaseId],
  );
  await eventually(() => notifiedOf(buyer.client), ['PURCHASE_EXPIRED']);
  expect(await toldOf(store, 'purchase', purchaseId)).toEqual(['PurchasePlaced', 'PurchaseExpired']);
  await eventually(() => toldOf(store, 'catalog', purchaseId), ['StockReserved', 'StockReleased']);
  expect(await notifiedOf(seller.client)).toEqual([]);
});

test('a purchase that is called off: to both sides', async () => {
  const purchaseId = await reserve();
  await payPurchase(buyer.client, { purchaseId });
  await eventually(() => notifiedOf(seller.client), ['PURCHASE_PAID']);
  await cancelPurchase(buyer.client, { purchaseId });
  await eventually(() => notifiedOf(seller.client), ['PURCHASE_CANCELLED', 'PURCHASE_PAID']);
  await eventually(() => notifiedOf(buyer.client), ['PURCHASE_CANCELLED', 'PURCHASE_EXPIRED']);
  expect(await toldOf(store, 'purchase', purchaseId)).toEqual([
    'PurchasePlaced',
    'PurchasePaid',
    'PurchaseCancelled',
  ]);
  await eventually(
    () => toldOf(store, 'catalog', purchaseId),
    ['StockReserved', 'StockCommitted', 'StockReleased'],
  );
});

test('a book that is changed, and one that is taken down', async () => {
  const ask = (verb: string, type: string, input: object) =>
    seller.client.ask(`mutation($input: ${type}!) { ${verb}(input: $input) { userErrors { code } } }`, {
      input: { bookId, ...input },
    });
  await ask('updateBook', 'UpdateBookInput', { title: 'La vorágine, 1924' });
  await ask('removeBook', 'RemoveBookInput', {});
  expect(await toldOf(store, 'catalog', bookId)).toEqual(['BookPublished', 'BookChanged', 'BookRemoved']);
});
