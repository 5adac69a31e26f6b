import { randomUUID } from 'node:crypto';
import type { Store } from '../seed/store-client.ts';
import type { Book } from './catalog-operations.ts';
import { expectSame, type Narrator, NotAsExpected } from './narrator.ts';
import type { Shop } from './offer-books.ts';
import { newPerson, type Person } from './people.ts';
import { type PurchasePayload, purchaseSeenBy, takeStep } from './purchase-operations.ts';
import type { Sale } from './sell-a-book.ts';

async function refusal(code: string, answer: Promise<PurchasePayload>): Promise<string> {
  const { userErrors } = await answer;
  expectSame(
    'refusal',
    [code],
    userErrors.map(error => error.code),
  );
  return userErrors.map(error => `${error.code} · ${error.message}`).join('; ');
}

const take = (store: Store, person: Person, { id, price }: Book) =>
  takeStep(store, person, 'purchaseBook', {
    bookId: id,
    quantity: 1,
    expectedUnitPrice: price.amount,
    idempotencyKey: randomUUID(),
  });

async function seesNothing(store: Store, person: Person, purchaseId: string): Promise<string> {
  const seen = await purchaseSeenBy(store, person, purchaseId);
  if (seen) throw new NotAsExpected('null', `the purchase of somebody else, ${seen.status}`);
  return 'null, as if it were not there';
}

async function paysAgain(store: Store, { buyer }: Shop, { purchase, payment }: Sale): Promise<string> {
  const again = await takeStep(store, buyer, 'payPurchase', payment);
  expectSame('refusals', [], again.userErrors);
  expectSame('payment', purchase.payment, again.purchase?.payment ?? null);
  return `the same answer: ${purchase.payment?.status} once`;
}

/** The chapter of what the store must refuse. Goes through all of it, whatever comes back. */
export async function refusals(
  store: Store,
  { chapter, step }: Narrator,
  { shop, sale }: { shop: Shop; sale: Sale },
): Promise<void> {
  const { payment } = sale;
  const anotherKey = { ...payment, idempotencyKey: randomUUID() };
  chapter('What the store refuses');
  const stranger = await step(
    'register another customer',
    () => newPerson(store, 'Otto Lind'),
    ({ name, email }) => `${name} <${email}>`,
  );
  const steps: [string, () => Promise<string>][] = [
    ['a book that is sold out', () => refusal('OUT_OF_STOCK', take(store, stranger, shop.lastCopy))],
    ["one's own book", () => refusal('OWN_BOOK', take(store, shop.seller, shop.severalCopies))],
    ["seeing someone else's purchase", () => seesNothing(store, stranger, payment.purchaseId)],
    [
      "paying someone else's purchase",
      () => refusal('NOT_FOUND', takeStep(store, stranger, 'payPurchase', anotherKey)),
    ],
    ['paying twice, same key', () => paysAgain(store, shop, sale)],
    [
      'paying twice, new key',
      () => refusal('WRONG_STATUS', takeStep(store, shop.buyer, 'payPurchase', anotherKey)),
    ],
  ];
  for (const [title, work] of steps) {
    // The narrator has told and counted it; the others do not depend on it.
    await step(title, work, told => told).catch(() => undefined);
  }
}
