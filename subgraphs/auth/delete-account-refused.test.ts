import { expect, test } from '@jest/globals';
import { deleteAccount, leave } from '../../testing/leave.ts';
import {
  confirmDelivery,
  payPurchase,
  publishBook,
  purchaseBook,
  shipPurchase,
  soundDelivery,
} from '../../testing/operations.ts';
import { sharedStore } from '../../testing/use-store.ts';

const store = sharedStore();

test('a wrong password is refused and counted, as at login', async () => {
  const person = await store.register();
  const { userErrors } = await deleteAccount(person.client, 'not the right one');
  expect(userErrors).toEqual([
    { code: 'CREDENTIALS_INVALID', message: 'The password is wrong.', field: ['password'] },
  ]);
  for (let count = 1; count < 10; count += 1) await deleteAccount(person.client, 'not the right one');
  expect(await leave(person)).toEqual(['TOO_MANY_ATTEMPTS']);
});

test('who has paid stays until it arrives, and who was paid until it is sent', async () => {
  const [shop, reader] = [await store.register(), await store.register()];
  const bookId = await publishBook(shop.client);
  const delivery = await soundDelivery(reader.client);
  const { purchase } = await purchaseBook(reader.client, { bookId, delivery });
  const purchaseId = purchase?.id;
  await payPurchase(reader.client, { purchaseId });
  expect(await leave(reader)).toEqual(['PURCHASES_UNFINISHED']);
  expect(await leave(shop)).toEqual(['SALES_UNFINISHED']);
  await shipPurchase(shop.client, { purchaseId });
  expect(await leave(reader)).toEqual(['PURCHASES_UNFINISHED']);
  await confirmDelivery(reader.client, { purchaseId });
  expect(await leave(reader)).toEqual([]);
  expect(await leave(shop)).toEqual([]);
});
