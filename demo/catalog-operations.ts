import { z } from 'zod';
import type { Caller } from '../seed/sign-in.ts';
import { accepted, type Store, userErrors } from '../seed/store-client.ts';
import { money } from './purchase-shape.ts';

const book = z.object({
  id: z.string(),
  title: z.string(),
  authors: z.array(z.string()),
  condition: z.string(),
  price: money,
  stock: z.int(),
});

export type Book = z.infer<typeof book>;

const bookFields = 'id title authors condition price { amount currencyCode } stock';

/** The book with that id as anyone sees it. */
export const bookById = async (store: Store, id: string): Promise<Book | null> =>
  (
    await store.ask({
      document: `query BookById($id: ID!) { book(id: $id) { ${bookFields} } }`,
      variables: { id },
      answer: z.object({ book: book.nullable() }),
    })
  ).book;

/** What a search among one seller's books finds, best match first. */
export const searchBooks = async (store: Store, query: string, sellerId: string): Promise<Book[]> =>
  (
    await store.ask({
      document: `query Search($query: String, $filter: BookFilter) {
        books(query: $query, filter: $filter) { nodes { ${bookFields} } }
      }`,
      variables: { query, filter: { sellerId } },
      answer: z.object({ books: z.object({ nodes: z.array(book) }) }),
    })
  ).books.nodes;

/** Takes a book of the caller's down for good. */
export async function removeBook(store: Store, caller: Caller, bookId: string): Promise<void> {
  const { removeBook: payload } = await caller.withToken(accessToken =>
    store.ask({
      document: `mutation RemoveBook($input: RemoveBookInput!) {
        removeBook(input: $input) { userErrors { code message } }
      }`,
      variables: { input: { bookId } },
      answer: z.object({ removeBook: z.object({ userErrors }) }),
      accessToken,
    }),
  );
  accepted(payload);
}

const provider = z.object({ id: z.string(), name: z.string(), cost: money });

/** The delivery providers that serve a country (ISO 3166-1 alpha-2). */
export const providersFor = async (store: Store, country: string): Promise<z.infer<typeof provider>[]> =>
  (
    await store.ask({
      document: `query Providers($country: String) {
        deliveryProviders(country: $country) { id name cost { amount currencyCode } }
      }`,
      variables: { country },
      answer: z.object({ deliveryProviders: z.array(provider) }),
    })
  ).deliveryProviders;
