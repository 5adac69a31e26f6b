import { createPrivateKey, randomUUID } from 'node:crypto';
import { signAccessToken } from '../../runtime/access-token.ts';
import { signingKeyOf } from '../../subgraphs/auth/signing-key.ts';
import { soundAddress, soundBook } from '../../testing/operations.ts';
import type { PlannedBook } from '../plan/plan-books.ts';
import type { RoundPlan } from '../plan/plan-round.ts';
import { FieldRecord } from '../record/book-record.ts';
import type { Prober } from '../round/probe.ts';
import { Client, GaveUp, type Visit } from './client.ts';
import { operations } from './operations.ts';
import type { OfferedBook, Person, Scene } from './scene.ts';

const people = (nobody: Client, signingKey: string, count: number): Person[] => {
  const key = signingKeyOf(createPrivateKey(signingKey));
  return Array.from({ length: count }, () => {
    const id = randomUUID();
    const viewer = { id, role: 'CUSTOMER', sessionId: randomUUID() } as const;
    return { id, client: nobody.as(signAccessToken(viewer, key, new Date())) };
  });
};

async function publish(seller: Person, { price, copies }: PlannedBook): Promise<OfferedBook> {
  const input = { ...soundBook, price, stock: copies };
  const { data } = await seller.client.ask<{ book: { id: string } | null }>(
    'publishBook',
    operations.publishBook,
    { input },
  );
  if (!data?.book) throw new Error('A book was not published although all is well.');
  const status = new FieldRecord('PUBLISHED');
  return { bookId: data.book.id, price: new FieldRecord(price), status, copies, seller };
}

/** Enough of them for a round, however often it is tried whether the store works. */
const booksForProbes = { seller: 0, price: '10.00', copies: 1_000 };

/**
 * Gets everything ready for a round while all is well: people with tokens, the books that are offered, and who
 * tries whether the store works.
 */
export async function openShop(
  visit: Visit,
  signingKey: string,
  plan: RoundPlan,
): Promise<{ scene: Scene; prober: Prober }> {
  const nobody = new Client(visit);
  const sellers = people(nobody, signingKey, plan.sellers);
  const { data } = await nobody.ask<{ id: string; name: string }[]>(
    'deliveryProviders',
    operations.deliveryProviders,
  );
  const provider = data?.find(({ name }) => name === 'Envia');
  if (!provider) throw new GaveUp('Envia does not deliver any more.');
  const books = new Map<number, OfferedBook>();
  await Promise.all(
    sellers.map(async (seller, number) => {
      for (const [index, book] of plan.books.entries())
        if (book.seller === number) books.set(index, await publish(seller, book));
    }),
  );
  const [buyer, ...buyers] = people(nobody, signingKey, plan.buyers + 1);
  const [seller] = sellers;
  if (!buyer || !seller) throw new RangeError('A round needs people.');
  const bookForProbes = await publish(seller, booksForProbes);
  const scene = {
    nobody,
    buyers,
    books: [...plan.books.flatMap((_, index) => books.get(index) ?? []), bookForProbes],
    delivery: { providerId: provider.id, address: soundAddress },
    records: [],
    accounts: [],
  };
  return { scene, prober: { buyer, book: bookForProbes, records: [] } };
}
