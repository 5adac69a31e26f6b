import { setTimeout as delay } from 'node:timers/promises';
import { publishBook } from './operations.ts';
import { untilAnswered } from './until-answered.ts';
import type { StoreUser } from './use-store.ts';

const pauseMilliseconds = 50;

const purchase = `mutation($input: PurchaseBookInput!) {
  purchaseBook(input: $input) { purchase { id status } userErrors { code } } }`;
const publish = `mutation($input: PublishBookInput!) { publishBook(input: $input) { book { id } userErrors { code } } }`;

const book = { title: 'La vorágine', authors: ['José Eustasio Rivera'], condition: 'GOOD', price: '12.50' };

/** What writers were told, while they write. */
export interface Writing {
  /** Ids of books and of purchases that were acknowledged. */
  books: string[];
  purchases: string[];
  /** When the last one of each was acknowledged, by performance.now(). */
  lastBookAt: number;
  lastPurchaseAt: number;
  /** How many requests met an error of each code. */
  failures: Map<string, number>;
  /** Milliseconds that the slowest request took. */
  longest: number;
  stop(): Promise<void>;
}

/** So many people write one after the other thing until told to stop, whatever happens: half publish, half buy. */
export async function writeForEver(store: StoreUser, people: number): Promise<Writing> {
  const bookId = await untilAnswered(() => publishBook(store.person().client, { stock: 100_000 }));
  let isOver = false;
  const writing: Omit<Writing, 'stop'> = {
    books: [],
    purchases: [],
    lastBookAt: 0,
    lastPurchaseAt: 0,
    failures: new Map(),
    longest: 0,
  };

  async function write(isSeller: boolean): Promise<void> {
    const { client } = store.person();
    const began = performance.now();
    const { data, errors } = isSeller
      ? await client.send<Answer>(publish, { input: book })
      : await client.send<Answer>(purchase, { input: { bookId, idempotencyKey: crypto.randomUUID() } });
    writing.longest = Math.max(writing.longest, performance.now() - began);
    const published = data?.publishBook?.book?.id;
    const bought = data?.purchaseBook?.purchase?.id;
    if (published) {
      writing.books.push(published);
      writing.lastBookAt = performance.now();
    }
    if (bought) {
      writing.purchases.push(bought);
      writing.lastPurchaseAt = performance.now();
    }
    for (const { extensions } of errors)
      writing.failures.set(extensions.code, (writing.failures.get(extensions.code) ?? 0) + 1);
    if (errors.length > 0) await delay(pauseMilliseconds);
  }

  const run = async (_: unknown, index: number) => {
    while (!isOver) await write(index % 2 === 0);
  };
  const running = Promise.all(Array.from({ length: people }, run));
  return Object.assign(writing, {
    stop: async () => {
      isOver = true;
      await running;
    },
  });
}

interface Answer {
  publishBook?: { book: { id: string } | null };
  purchaseBook?: { purchase: { id: string } | null };
}
