import { z } from 'zod';
import { condition, type Offer } from './offer.ts';
import { type Store, userErrors } from './store-client.ts';

/** The largest page that the store gives. */
const pageSize = 100;

const ownBook = z.object({
  id: z.string(),
  title: z.string(),
  authors: z.array(z.string()),
  isbn: z.string().nullable(),
  publishedYear: z.int().nullable(),
  condition,
  price: z.object({ amount: z.string() }).transform(({ amount }) => amount),
});

/** Publishes a book; the caller becomes its seller. */
export const publishBook = async (store: Store, accessToken: string, input: Offer) =>
  (
    await store.ask({
      document: `mutation PublishBook($input: PublishBookInput!) {
        publishBook(input: $input) { book { id } userErrors { code message } }
      }`,
      variables: { input },
      answer: z.object({
        publishBook: z.object({ book: z.object({ id: z.string() }).nullable(), userErrors }),
      }),
      accessToken,
    })
  ).publishBook;

/** A page of the caller's own books, newest first, and the cursor of the next page (null on the last). */
export async function ownBooksPage(store: Store, accessToken: string, after: string | null) {
  const { me } = await store.ask({
    document: `query OwnBooks($first: Int, $after: String) {
      me {
        books(first: $first, after: $after) {
          nodes { id title authors isbn publishedYear condition price { amount } }
          pageInfo { hasNextPage endCursor }
        }
      }
    }`,
    variables: { first: pageSize, after },
    answer: z.object({
      me: z.object({
        books: z.object({
          nodes: z.array(ownBook),
          pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
        }),
      }),
    }),
    accessToken,
  });
  const { nodes, pageInfo } = me.books;
  return { books: nodes, next: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}
