import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { ssrExchange } from 'urql';
import { createShopClient } from './graphql/client.ts';
import { ChangePasswordDocument } from './pages/account/account.generated.ts';
import { BookPageDocument } from './pages/book/book.generated.ts';
import { persistedOperations } from './persisted-operations.ts';

const sent: string[] = [];

const send: typeof fetch = async (_url, init) => {
  const { query }: { query: string } = JSON.parse(String(init?.body));
  sent.push(query);
  return Response.json({ data: {} });
};

test('each text is under its hash', async () => {
  const operations = Object.entries(await persistedOperations());
  expect(operations.length).toBeGreaterThan(40);
  for (const [hash, text] of operations) expect(createHash('sha256').update(text).digest('hex')).toBe(hash);
});

test('what the client of the shop sends is on the list', async () => {
  const client = createShopClient(ssrExchange({ isClient: true }), send);
  await client.query(BookPageDocument, { id: 'a book' }).toPromise();
  await client
    .mutation(ChangePasswordDocument, { input: { currentPassword: 'one', newPassword: 'another' } })
    .toPromise();
  const texts = new Set(Object.values(await persistedOperations()));
  expect(sent).toHaveLength(2);
  for (const text of sent) expect(texts).toContain(text);
});
