import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { DatabaseUrls } from '../../../deploy/local/databases.ts';
import { graphqlRequest } from '../../load/sent-request.ts';
import { emailOf, password } from '../fill/fill-users.ts';
import { buyersAmong, latestBooks } from '../fill/sample.ts';
import { type Asked, booksInTurn, type ReadOperation, type SeenBook } from './shop.ts';

/** What is known of our store where requests to it are made. */
export interface Known {
  port: number;
  urls: DatabaseUrls;
  tokenOf(userId: string): string;
}

const inTurn = 200;
// Each takes a tenth of a second of a core, and is tried once before it is measured.
const loginsInTurn = 40;
/** As many passwords are checked at a time as auth does; more would wait. */
const loginsAtOnce = 8;

/** The document of an operation of the bench. */
export const ourDocument = (name: string): string =>
  readFileSync(join(import.meta.dirname, `../operations/${name}.graphql`), 'utf8');

const book = z
  .object({ title: z.string(), price: z.object({ amount: z.string() }), stock: z.number() })
  .transform(
    ({ title, price, stock }): SeenBook => ({
      title,
      cents: Math.round(Number(price.amount) * 100),
      isInStock: stock > 0,
    }),
  );
const page = z.object({
  data: z.object({ books: z.object({ totalCount: z.number().optional(), nodes: z.array(book) }) }),
});
const one = z.object({ data: z.object({ book }) });

const booksIn = (answer: string) => page.parse(JSON.parse(answer)).data.books.nodes;

/** The requests of an operation, of people who are there. */
export async function askOurs(
  { urls, tokenOf }: Known,
  operation: ReadOperation,
  words: readonly string[],
): Promise<Asked> {
  const document = ourDocument(operation);
  switch (operation) {
    case 'list':
    case 'shelf':
      return { requests: [graphqlRequest(document)], booksIn };
    case 'search':
      return { requests: words.map(query => graphqlRequest(document, { query })) };
    case 'book': {
      const ids = await latestBooks(urls, booksInTurn);
      return {
        requests: ids.map(id => graphqlRequest(document, { id })),
        booksIn: answer => [one.parse(JSON.parse(answer)).data.book],
      };
    }
    case 'purchases': {
      const buyers = await buyersAmong(urls, inTurn);
      return { requests: buyers.map(id => graphqlRequest(document, {}, { token: tokenOf(id) })) };
    }
    case 'login':
      return {
        connections: loginsAtOnce,
        requests: Array.from({ length: loginsInTurn }, (_, number) =>
          graphqlRequest(document, { input: { email: emailOf(number), password } }),
        ),
      };
  }
}

/** The cheapest books that a word finds, and how many it finds. */
export async function searchOurs(
  { port }: Known,
  word: string,
): Promise<{ total: number; books: SeenBook[] }> {
  const { headers, body } = graphqlRequest(ourDocument('search'), { query: word, sort: 'PRICE_ASC' });
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers,
    body: body ?? '',
  });
  const { totalCount = Number.NaN, nodes } = page.parse(await response.json()).data.books;
  return { total: totalCount, books: nodes };
}
