import { randomUUID } from 'node:crypto';
import { accepted, type Store } from '../seed/store-client.ts';
import { byAmount, shown, sumOf } from './amounts.ts';
import { bookById, providersFor } from './catalog-operations.ts';
import { expectSame, type Narrator, NotAsExpected } from './narrator.ts';
import type { Shop } from './offer-books.ts';
import { type Inputs, type PurchasePayload, takeStep } from './purchase-operations.ts';
import type { Purchase } from './purchase-shape.ts';

const address = {
  recipient: 'Marcus Bell',
  line1: 'Calle 10 # 5-51',
  city: 'Bogotá',
  country: 'CO',
};

/** What the purchase came to, and what it was paid by. */
export interface Sale {
  purchase: Purchase;
  payment: Inputs['payPurchase'];
}

function purchaseIn(payload: PurchasePayload, status: string): Purchase {
  const { purchase } = accepted(payload);
  if (!purchase) throw new NotAsExpected(`a purchase that is ${status}`, 'null');
  expectSame('status', status, purchase.status);
  return purchase;
}

async function reserve(store: Store, { buyer, lastCopy }: Shop): Promise<Purchase> {
  const purchase = purchaseIn(
    await takeStep(store, buyer, 'purchaseBook', {
      bookId: lastCopy.id,
      quantity: 1,
      expectedUnitPrice: lastCopy.price.amount,
      idempotencyKey: randomUUID(),
    }),
    'AWAITING_PAYMENT',
  );
  expectSame('subtotal', lastCopy.price, purchase.subtotal);
  expectSame('copies left', 0, (await bookById(store, lastCopy.id))?.stock);
  return purchase;
}

async function chooseCheapest(store: Store, { buyer }: Shop, { id, subtotal }: Purchase): Promise<Purchase> {
  const providers = await providersFor(store, address.country);
  const [cheapest] = providers.toSorted((one, other) => byAmount(one.cost, other.cost));
  if (!cheapest) throw new NotAsExpected(`a delivery provider that serves ${address.country}`, 'none');
  const delivery = { providerId: cheapest.id, address };
  const purchase = purchaseIn(
    await takeStep(store, buyer, 'chooseDelivery', { purchaseId: id, delivery }),
    'AWAITING_PAYMENT',
  );
  expectSame('total', sumOf(subtotal, cheapest.cost), purchase.total);
  return purchase;
}

async function pay(store: Store, { buyer }: Shop, payment: Sale['payment'], { total }: Purchase) {
  const purchase = purchaseIn(await takeStep(store, buyer, 'payPurchase', payment), 'PAID');
  expectSame('payment', ['CAPTURED', total], [purchase.payment?.status, purchase.payment?.amount]);
  return purchase;
}

async function ship(store: Store, { seller }: Shop, purchaseId: string): Promise<Purchase> {
  const purchase = purchaseIn(await takeStep(store, seller, 'shipPurchase', { purchaseId }), 'SHIPPED');
  if (!purchase.delivery?.trackingNumber) throw new NotAsExpected('a tracking number', 'none');
  return purchase;
}

/** The chapter in which the last copy of a book is bought, paid, shipped and received. */
export async function sellABook(store: Store, { chapter, step }: Narrator, shop: Shop): Promise<Sale> {
  chapter('A book is sold');
  const reserved = await step(
    'purchase the last copy',
    () => reserve(store, shop),
    ({ status, subtotal }) => `${status} · ${shown(subtotal)} · the copy is kept, 0 left`,
  );
  const chosen = await step(
    'choose a delivery',
    () => chooseCheapest(store, shop, reserved),
    ({ delivery, deliveryCost, total }) =>
      `${delivery?.provider.name} to ${address.city} · ${shown(deliveryCost)} · total ${shown(total)}`,
  );
  const payment: Sale['payment'] = {
    purchaseId: reserved.id,
    method: 'CREDIT_CARD',
    paymentToken: 'tok_approved',
    idempotencyKey: randomUUID(),
  };
  await step(
    'pay',
    () => pay(store, shop, payment, chosen),
    paid => `${paid.status} · ${paid.payment?.status} ${shown(paid.total)}`,
  );
  await step(
    'ship',
    () => ship(store, shop, reserved.id),
    ({ status, delivery }) => `${status} · tracking number ${delivery?.trackingNumber}`,
  );
  const purchase = await step(
    'confirm that it arrived',
    async () =>
      purchaseIn(
        await takeStep(store, shop.buyer, 'confirmDelivery', { purchaseId: reserved.id }),
        'DELIVERED',
      ),
    ({ status }) => status,
  );
  return { purchase, payment };
}
