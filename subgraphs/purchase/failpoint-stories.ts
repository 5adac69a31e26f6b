import { randomUUID } from 'node:crypto';
import type { GraphqlClient } from '../../testing/graphql-client.ts';
import {
  cancelPurchase,
  confirmDelivery,
  payPurchase,
  publishBook,
  purchaseBook,
  shipPurchase,
  soundDelivery,
} from '../../testing/operations.ts';
import { untilAnswered } from '../../testing/until-answered.ts';
import type { Person, StoreUser } from '../../testing/use-store.ts';
import type { Story } from './failpoint-table.ts';

/** What is asked last in a story; it can be asked again. */
export type LastStep = (lane: number) => Promise<unknown>;

interface Cast {
  store: StoreUser;
  buyer: Person;
  seller: Person;
  /** The seller's only copy. */
  bookId: string;
}

/** Somebody sells one copy of a book, and somebody else is about to buy it. */
export async function cast(store: StoreUser): Promise<Cast> {
  const [buyer, seller] = [store.person(), store.person()];
  return {
    store,
    buyer,
    seller,
    bookId: await untilAnswered(() => publishBook(seller.client, { stock: 1 })),
  };
}

/** The status that each story must come to in the end: what is not paid expires. */
export const endOf: Record<Story, string> = {
  order: 'EXPIRED',
  pay: 'PAID',
  cancel: 'CANCELLED',
  ship: 'SHIPPED',
  confirm: 'DELIVERED',
};

/** Each story up to its last step, all on the first lane. */
export const stories: Record<Story, (cast: Cast) => Promise<LastStep>> = {
  async order({ store, buyer, bookId }) {
    const delivery = await untilAnswered(() => soundDelivery(store.nobody()));
    const input = { bookId, delivery, idempotencyKey: randomUUID() };
    return lane => purchaseBook(on(store, lane, buyer), input);
  },
  async pay(cast) {
    const input = { purchaseId: await ordered(cast), idempotencyKey: randomUUID() };
    return lane => payPurchase(on(cast.store, lane, cast.buyer), input);
  },
  async cancel(cast) {
    const purchaseId = await paid(cast);
    return lane => cancelPurchase(on(cast.store, lane, cast.buyer), { purchaseId });
  },
  async ship(cast) {
    const purchaseId = await paid(cast);
    return lane => shipPurchase(on(cast.store, lane, cast.seller), { purchaseId });
  },
  async confirm(cast) {
    const purchaseId = await paid(cast);
    await untilAnswered(() => shipPurchase(cast.seller.client, { purchaseId }));
    return lane => confirmDelivery(on(cast.store, lane, cast.buyer), { purchaseId });
  },
};

const on = (store: StoreUser, lane: number, { client }: Person): GraphqlClient =>
  store.nobody(lane).as(client.token ?? '');

async function ordered(cast: Cast): Promise<string> {
  const order = await stories.order(cast);
  await untilAnswered(() => order(0));
  const [purchase] = await cast.store.rows<{ id: string }>(
    'purchase',
    'SELECT id FROM purchase WHERE buyer_id = ?',
    [cast.buyer.id],
  );
  return purchase?.id ?? '';
}

async function paid(cast: Cast): Promise<string> {
  const input = { purchaseId: await ordered(cast), idempotencyKey: randomUUID() };
  await untilAnswered(() => payPurchase(cast.buyer.client, input));
  return input.purchaseId;
}
