import { step } from '../../runtime/failpoint.ts';
import { isId } from '../../runtime/ids.ts';
import { toMinorUnits } from '../../runtime/money.ts';
import { requestHash } from '../../runtime/request-hash.ts';
import type { Viewer } from '../../runtime/viewer.ts';
import { beginPurchase } from './begin-purchase.ts';
import { checkIdempotencyKey, keyReused } from './idempotency-key.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { parseDelivery } from './parse-delivery.ts';
import type { Purchase } from './purchase.ts';
import type { RequestedLine } from './purchase-line.ts';
import { purchaseOfKey } from './purchase-of-key.ts';
import { reservePurchase } from './reserve-purchase.ts';
import type { PurchaseBookInput, PurchaseUserError } from './resolvers.generated.ts';
import type { Store } from './store.ts';
import { refusalCode, userError } from './user-error.ts';

const maxQuantity = 1000;

/**
 * Reserves copies of a book for the viewer: the purchase is written down, catalog sets the copies aside, and
 * the answer is written down. Whatever dies in between, the same key (or the worker) finishes it.
 */
export async function purchaseBook(store: Store, viewer: Viewer, input: PurchaseBookInput): Promise<Outcome> {
  const buyerId = viewer.id;
  const { bookId, quantity, idempotencyKey } = input;
  const expectedUnitPrice = input.expectedUnitPrice
    ? toMinorUnits(input.expectedUnitPrice, store.currency)
    : null;
  const mistakes = [...checkIdempotencyKey(idempotencyKey), ...check(quantity, expectedUnitPrice)];
  if (mistakes.length > 0 || expectedUnitPrice === undefined) return refused(...mistakes);
  const hash = hashOf(input);

  const line = { bookId, quantity, expectedUnitPrice };
  const { known, now } = await purchaseOfKey(store, buyerId, idempotencyKey);
  if (known) return answer(store, known, hash, line);
  if (!isId(bookId)) return refused(userError('NOT_FOUND', 'There is no such book.', fieldOf('NOT_FOUND')));

  const delivery = input.delivery
    ? await parseDelivery(store.em, input.delivery, store.settings.STORE_COUNTRY)
    : { chosen: null };
  if ('userErrors' in delivery) return refused(...delivery.userErrors);
  const request = { buyerId, line, idempotencyKey, requestHash: hash, now };
  const purchase = await step('purchase-book.after-begin', () =>
    beginPurchase(store, { ...request, delivery: delivery.chosen }),
  );
  return answer(store, purchase, hash, line);
}

// Where the hashes are the same, so are the lines.
async function answer(store: Store, begun: Purchase, hash: string, line: RequestedLine): Promise<Outcome> {
  if (begun.requestHash !== hash) return refused(keyReused());
  const purchase = await step('purchase-book.before-answer', () => reservePurchase(store, begun, [line]));
  if (purchase.status !== 'REJECTED') return done(purchase);
  const code = refusalCode(purchase.refusalCode);
  return refused(userError(code, purchase.refusalMessage ?? 'Nothing could be reserved.', fieldOf(code)));
}

function check(quantity: number, expectedUnitPrice: number | null | undefined): PurchaseUserError[] {
  const mistakes: PurchaseUserError[] = [];
  if (quantity < 1 || quantity > maxQuantity) {
    mistakes.push(userError('QUANTITY_INVALID', `A quantity is from 1 to ${maxQuantity}.`, ['quantity']));
  }
  if (expectedUnitPrice === undefined || (expectedUnitPrice !== null && expectedUnitPrice <= 0)) {
    const message = "An expected price is above zero, with no more decimals than the store's currency has.";
    mistakes.push(userError('PRICE_INVALID', message, ['expectedUnitPrice']));
  }
  return mistakes;
}

const fields = new Map([
  ['NOT_FOUND', ['bookId']],
  ['BOOK_UNAVAILABLE', ['bookId']],
  ['OWN_BOOK', ['bookId']],
  ['PRICE_CHANGED', ['expectedUnitPrice']],
  ['OUT_OF_STOCK', ['quantity']],
  ['TOO_MANY_COPIES', ['quantity']],
]);

const fieldOf = (code: string) => fields.get(code);

function hashOf({ bookId, quantity, expectedUnitPrice, delivery }: PurchaseBookInput): string {
  const { recipient, line1, line2, city, region, postalCode, country } = delivery?.address ?? {};
  const address = [recipient, line1, line2, city, region, postalCode, country];
  return requestHash(bookId, quantity, expectedUnitPrice, delivery?.providerId, ...address);
}
