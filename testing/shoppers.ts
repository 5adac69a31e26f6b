import { setTimeout as delay } from 'node:timers/promises';
import { PurchaseRecord } from '../chaos/record/purchase-record.ts';
import { reasonOf } from '../runtime/reason-of.ts';
import type { PurchaseStatus } from '../subgraphs/purchase/resolvers.generated.ts';
import type { GraphqlClient } from './graphql-client.ts';
import {
  cancelPurchase,
  chooseDelivery,
  type PurchaseOutcome,
  payPurchase,
  publishBook,
  purchaseBook,
  shipPurchase,
  soundDelivery,
} from './operations.ts';
import type { Person, StoreUser } from './use-store.ts';

const statuses: readonly string[] = [
  ...['PENDING', 'REJECTED', 'AWAITING_PAYMENT', 'EXPIRED', 'PAID', 'SHIPPED', 'DELIVERED', 'CANCELLED'],
];
const isStatus = (text: string): text is PurchaseStatus => statuses.includes(text);

/** What one buyer asked for under one key, and what was answered when (Date.now()). */
class Diary {
  readonly askedAt = Date.now();
  readonly key: string;
  readonly #asked: { buyerId: string; key: string; bookId: string; quantity: number };
  readonly #notes: { at: number; note: (record: PurchaseRecord) => void }[] = [];

  constructor(asked: { buyerId: string; key: string; bookId: string; quantity: number }) {
    this.key = asked.key;
    this.#asked = asked;
  }

  note(note: (record: PurchaseRecord) => void): void {
    this.#notes.push({ at: Date.now(), note });
  }

  /** What had been asked and answered by a time. */
  asOf(time: number): PurchaseRecord {
    const record = new PurchaseRecord(this.#asked);
    for (const { at, note } of this.#notes) if (at < time) note(record);
    return record;
  }
}

/** Who buys, pays, calls off and ships, again and again, and writes down what they are told. */
export class Shoppers {
  readonly diaries: Diary[] = [];
  readonly failures: string[] = [];
  readonly #store: StoreUser;
  readonly #books: string[] = [];
  readonly #seller: Person;
  #isOver = false;
  #working: Promise<unknown> = Promise.resolve();

  private constructor(store: StoreUser) {
    this.#store = store;
    this.#seller = store.person();
  }

  /** Opens a shop with some books, and lets so many people buy there. */
  static async start(store: StoreUser, people: number): Promise<Shoppers> {
    const shoppers = new Shoppers(store);
    for (let book = 0; book < 8; book += 1)
      shoppers.#books.push(await publishBook(shoppers.#seller.client, { stock: 5_000 }));
    const delivery = await soundDelivery(store.nobody());
    shoppers.#working = Promise.all(
      Array.from({ length: people }, (_, person) => shoppers.#shop(person, delivery)),
    );
    return shoppers;
  }

  /** Resolves when everybody has ended what they were at, however that went. */
  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#working;
  }

  /** What people had asked for and been told by a time; and the keys of what was asked for at that time or later. */
  asOf(time: number): { records: PurchaseRecord[]; later: Set<string> } {
    const earlier = this.diaries.filter(({ askedAt }) => askedAt < time);
    return {
      records: earlier.map(diary => diary.asOf(time)),
      later: new Set(this.diaries.filter(diary => !earlier.includes(diary)).map(({ key }) => key)),
    };
  }

  async #shop(person: number, delivery: object): Promise<void> {
    for (let errand = 0; !this.#isOver; errand += 1) {
      const buyer = this.#store.person();
      const bookId = this.#books[(person + errand) % this.#books.length] ?? '';
      await this.#runErrand(buyer, bookId, errand, delivery).catch(error =>
        this.failures.push(reasonOf(error)),
      );
      await delay(20);
    }
  }

  async #runErrand(buyer: Person, bookId: string, errand: number, delivery: object): Promise<void> {
    const key = `${buyer.id} ${errand}`;
    const diary = new Diary({ buyerId: buyer.id, key, bookId, quantity: 1 });
    this.diaries.push(diary);
    const placed = await this.#see(diary, () => purchaseBook(buyer.client, { bookId, idempotencyKey: key }));
    const purchaseId = placed.purchase?.id ?? '';
    diary.note(record => record.ids.add(purchaseId));
    if (errand % 5 === 4) return;
    await this.#see(diary, () => chooseDelivery(buyer.client, { purchaseId, delivery }));
    diary.note(record => record.noteDelivery());
    await this.#pay(diary, buyer.client, purchaseId, `${key} card`);
    if (errand % 5 === 3)
      await this.#ask(diary, 'CANCELLED', () => cancelPurchase(buyer.client, { purchaseId }));
    if (errand % 5 === 2)
      await this.#ask(diary, 'SHIPPED', () => shipPurchase(this.#seller.client, { purchaseId }));
  }

  async #pay(diary: Diary, client: GraphqlClient, purchaseId: string, card: string): Promise<void> {
    diary.note(record => record.notePayment(card));
    const { userErrors } = await this.#see(diary, () =>
      payPurchase(client, { purchaseId, idempotencyKey: card }),
    );
    diary.note(record => record.notePayment(card, userErrors.length === 0 ? 'paid' : undefined));
  }

  async #ask(diary: Diary, status: PurchaseStatus, ask: () => Promise<PurchaseOutcome>): Promise<void> {
    diary.note(record => record.asked.add(status));
    await this.#see(diary, ask);
  }

  /** Asks, and writes down how the purchase was shown. */
  async #see(diary: Diary, ask: () => Promise<PurchaseOutcome>): Promise<PurchaseOutcome> {
    const askedAt = Date.now();
    const outcome = await ask();
    const { purchase } = outcome;
    if (!purchase || outcome.userErrors.length > 0) throw new Error(JSON.stringify(outcome.userErrors));
    const { status, subtotal, total } = purchase;
    if (isStatus(status))
      diary.note(record =>
        record.sightings.push({
          askedAt,
          answeredAt: Date.now(),
          status,
          subtotal: subtotal.amount,
          total: total.amount,
        }),
      );
    return outcome;
  }
}
