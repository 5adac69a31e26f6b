import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { graphqlRequest, type SentRequest } from '../../load/sent-request.ts';
import { rowsOf } from '../fill/sample.ts';
import { sendRequest } from '../load/send-request.ts';
import { type Asked, booksInTurn, type ReadOperation, type SeenBook } from './shop.ts';
import { customers } from './vendure-place.ts';

const path = '/shop-api';
// Each takes a quarter of a second of a core there.
const loginsAtOnce = 8;
const loginsInTurn = 40;

/** The document of an operation for Vendure. */
export const vendureDocument = (name: string): string =>
  readFileSync(join(import.meta.dirname, `../../peers/vendure/operations/${name}.graphql`), 'utf8');

const ask = (name: string, variables: object = {}): SentRequest =>
  graphqlRequest(vendureDocument(name), variables, { path });

const product = z
  .object({
    name: z.string(),
    variants: z.array(z.object({ priceWithTax: z.number(), stockLevel: z.string() })).length(1),
  })
  .transform(({ name, variants }): SeenBook => {
    const [variant] = variants;
    const isInStock = variant !== undefined && variant.stockLevel !== 'OUT_OF_STOCK';
    return { title: name, cents: variant?.priceWithTax ?? Number.NaN, isInStock };
  });
const list = z.object({ data: z.object({ products: z.object({ items: z.array(product) }) }) });
const one = z.object({ data: z.object({ product }) });
const found = z.object({
  data: z.object({
    search: z.object({
      totalItems: z.number(),
      items: z.array(
        z.object({
          productName: z.string(),
          inStock: z.boolean(),
          priceWithTax: z.object({ value: z.number() }),
        }),
      ),
    }),
  }),
});

/** The requests of an operation to Vendure; undefined for those that it is not asked. */
export async function askVendure(
  databaseUrl: string,
  operation: ReadOperation,
  words: readonly string[],
): Promise<Asked | undefined> {
  switch (operation) {
    case 'list':
    case 'shelf':
      return {
        requests: [ask('list')],
        booksIn: answer => list.parse(JSON.parse(answer)).data.products.items,
      };
    case 'search':
      return { requests: words.map(term => ask('search', { term })) };
    case 'book': {
      const rows = await rowsOf(databaseUrl, 'SELECT id FROM product ORDER BY id DESC LIMIT ?', [
        booksInTurn,
      ]);
      return {
        requests: rows.map(({ id }) => ask('book', { id: String(id) })),
        booksIn: answer => [one.parse(JSON.parse(answer)).data.product],
      };
    }
    case 'purchases':
      return undefined;
    case 'login':
      return {
        connections: loginsAtOnce,
        requests: customers
          .slice(0, loginsInTurn)
          .map(({ email, password }) => ask('login', { username: email, password })),
      };
  }
}

/** The cheapest books that a word finds there, and how many it finds. */
export async function searchVendure(
  port: number,
  word: string,
): Promise<{ total: number; books: SeenBook[] }> {
  const answer = await sendRequest(port, ask('search', { term: word, sort: { price: 'ASC' } }));
  const { totalItems, items } = found.parse(JSON.parse(answer)).data.search;
  const books = items.map(({ productName, inStock, priceWithTax }) => ({
    title: productName,
    cents: priceWithTax.value,
    isInStock: inStock,
  }));
  return { total: totalItems, books };
}
