import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { graphqlRequest, type SentRequest } from '../../load/sent-request.ts';
import { latestBooks, rowsOf } from '../fill/sample.ts';
import { sendRequest } from '../load/send-request.ts';
import type { OurShop } from '../shops/our-shop.ts';

const changes = 10;
const pauseMilliseconds = 20;
const patienceMilliseconds = 30_000;

const update = `mutation($input: UpdateBookInput!) { updateBook(input: $input) {
  book { price { amount } } userErrors { code message } } }`;
const list = z.object({
  data: z.object({
    books: z.object({
      nodes: z.array(z.object({ id: z.string(), price: z.object({ amount: z.string() }) })),
    }),
  }),
});

/** How long after a change was answered a list goes on telling the old price, in milliseconds. */
async function milliseconds(
  port: number,
  request: SentRequest,
  book: { id: string; amount: string },
): Promise<number> {
  const since = performance.now();
  for (;;) {
    const { nodes } = list.parse(JSON.parse(await sendRequest(port, request))).data.books;
    const passed = performance.now() - since;
    if (nodes.find(({ id }) => id === book.id)?.price.amount === book.amount) return passed;
    if (passed > patienceMilliseconds)
      throw new Error(`After ${patienceMilliseconds} ms a list tells an old price.`);
    await delay(pauseMilliseconds);
  }
}

const inUnits = (cents: number) => (cents / 100).toFixed(2);

/** The longest that a list at a port told an old price, in seconds, while it was read again and again; prices are put back. */
export async function longestStaleness(shop: OurShop, port: number, request: SentRequest): Promise<number> {
  const [id = ''] = await latestBooks(shop.urls, 1);
  const [book] = await rowsOf(shop.urls.catalog, 'SELECT seller_id, price FROM book WHERE id = ?', [id]);
  const price = Number(book?.price);
  const change = async (amount: string): Promise<number> => {
    const token = shop.tokenOf(String(book?.seller_id));
    const answer = await sendRequest(
      shop.port,
      graphqlRequest(update, { input: { bookId: id, price: amount } }, { token }),
    );
    if (!answer.includes('"userErrors":[]')) throw new Error(`A price could not be changed: ${answer}`);
    return milliseconds(port, request, { id, amount });
  };
  const taken: number[] = [];
  try {
    for (let number = 1; number <= changes; number += 1) taken.push(await change(inUnits(price + number)));
  } finally {
    taken.push(await change(inUnits(price)));
  }
  return Math.max(...taken) / 1000;
}
