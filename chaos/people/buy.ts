import type { Errand } from '../plan/plan-errand.ts';
import { PurchaseRecord } from '../record/purchase-record.ts';
import { operations, type SeenBook } from './operations.ts';
import type { OfferedBook, Person, Scene } from './scene.ts';
import { tell } from './tell.ts';

/** Looks around without a token, as visitors do; the price that the book has there. */
async function browse(scene: Scene, book: OfferedBook): Promise<string | undefined> {
  await scene.nobody.ask('books', operations.books);
  const { data } = await scene.nobody.ask<SeenBook>('book', operations.book, { id: book.bookId });
  return data?.price.amount;
}

/** Sends purchaseBook until it is answered; writes down the id that it was given, or why it was refused. */
async function buy(
  buyer: Person,
  record: PurchaseRecord,
  input: { bookId: string; delivery?: object },
): Promise<void> {
  const { purchase, userErrors } = await tell(buyer.client, record, 'purchaseBook', input);
  if (purchase) record.ids.add(purchase.id);
  if (purchase && input.delivery) record.noteDelivery();
  for (const { code } of userErrors) record.refusals.add(code);
}

/** Buys a book under the errand's own key; answers the record, and the input to ask the same again. */
export async function beginErrand(
  scene: Scene,
  errand: Errand,
  key: string,
): Promise<
  { record: PurchaseRecord; buyer: Person; book: OfferedBook; again: () => Promise<void> } | undefined
> {
  const buyer = scene.buyers[errand.buyer];
  const book = scene.books[errand.book];
  if (!buyer || !book) return undefined;
  const { quantity } = errand;
  const expectedUnitPrice = errand.browses ? await browse(scene, book) : undefined;
  const record = new PurchaseRecord({
    buyerId: buyer.id,
    key,
    bookId: book.bookId,
    quantity,
    expectedUnitPrice,
  });
  scene.records.push(record);
  const input = {
    bookId: book.bookId,
    quantity,
    idempotencyKey: key,
    ...(expectedUnitPrice && { expectedUnitPrice }),
    ...(errand.choosesDeliveryAtOnce && { delivery: scene.delivery }),
  };
  const again = () => buy(buyer, record, input);
  await Promise.all(errand.buysByDoubleClick ? [again(), again()] : [again()]);
  return { record, buyer, book, again };
}
