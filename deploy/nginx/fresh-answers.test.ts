import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { readPersistedOperations } from '../../gateway/persisted-operations.ts';
import { startCachingNginx } from '../../testing/caching-nginx.ts';
import { ask } from '../../testing/edge.ts';
import { nginxProgram } from '../../testing/nginx-program.ts';
import { nginxTest } from '../../testing/nginx-test.ts';
import { publishBook } from '../../testing/operations.ts';
import { type Person, sharedStore } from '../../testing/use-store.ts';
import { places } from '../local/places.ts';

const folder = join(places.data, 'test', 'fresh-answers');
const store = sharedStore();
const [gatewayUrl = ''] = store.description.gatewayUrls;
let nginx: { port: number; stop(): Promise<void> } | undefined;

beforeAll(async () => {
  if (nginxProgram()) nginx = await startCachingNginx(folder, gatewayUrl);
});
afterAll(() => nginx?.stop());

/** What NGINX answers by itself has an id of its own making; the gateway's are UUIDs. */
const nginxsOwnId = /^[0-9a-f]{32}$/;

interface Told {
  price: string | undefined;
  /** When it was asked. */
  at: number;
  isFromCache: boolean;
}

/** Asks for a book as the shop does: by the hash of an operation, by GET. */
async function readBook(id: string, { client }: Partial<Person> = {}): Promise<Told> {
  const text = [...readPersistedOperations().values()].find(each => each.startsWith('query BookNow')) ?? '';
  const sha256Hash = createHash('sha256').update(text).digest('hex');
  const parameters = {
    variables: JSON.stringify({ id }),
    extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash } }),
  };
  const at = Date.now();
  const { status, headers, body } = await ask({
    port: nginx?.port ?? 0,
    path: `/graphql?${new URLSearchParams(parameters)}`,
    headers: { 'apollo-require-preflight': 'true', ...client?.headers() },
  });
  const { data, errors }: { data?: { book: { price: { amount: string } } | null }; errors?: object[] } =
    JSON.parse(body);
  expect({ status, errors }).toEqual({ status: 200, errors: undefined });
  return {
    price: data?.book?.price.amount,
    at,
    isFromCache: nginxsOwnId.test(String(headers['x-request-id'])),
  };
}

const update = ({ client }: Person, input: object) =>
  client.ask('mutation($input: UpdateBookInput!) { updateBook(input: $input) { userErrors { code } } }', {
    input,
  });

nginxTest(
  'a new price is told within two seconds, however often the old one is asked for',
  async () => {
    const seller = store.person();
    const bookId = await publishBook(seller.client, { price: '10.00' });
    const told: Told[] = [];
    let isOver = false;
    const readers = Array.from({ length: 4 }, async () => {
      while (!isOver) told.push(await readBook(bookId));
    });
    const changes: { price: string; since: number }[] = [];
    for (let change = 1; change <= 4; change += 1) {
      await delay(700);
      const price = `1${change}.00`;
      await update(seller, { bookId, price });
      changes.push({ price, since: Date.now() });
    }
    await delay(2_500);
    isOver = true;
    await Promise.all(readers);
    for (const { price, since } of changes) {
      const late = told.filter(each => each.at > since + 2_000 && Number(each.price) < Number(price));
      expect(late).toEqual([]);
    }
    expect(told.at(-1)?.price).toBe('14.00');
    expect(told.filter(({ isFromCache }) => isFromCache).length).toBeGreaterThan(0);
  },
  60_000,
);

nginxTest('a seller goes on seeing a book that nobody else does, by the same address', async () => {
  const seller = store.person();
  const bookId = await publishBook(seller.client, { price: '10.00' });
  expect((await readBook(bookId)).price).toBe('10.00');
  await update(seller, { bookId, status: 'PAUSED' });
  await delay(2_000);
  for (let time = 0; time < 10; time += 1) {
    expect((await readBook(bookId)).price).toBeUndefined();
    expect((await readBook(bookId, seller)).price).toBe('10.00');
  }
});
