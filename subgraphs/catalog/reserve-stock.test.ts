import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { keysOfSecret } from '../../runtime/internal-keys.ts';
import { InternalTokens } from '../../runtime/internal-token.ts';
import { SisterService } from '../../runtime/sister-service.ts';
import { publishBook, stockOf } from '../../testing/operations.ts';
import { type StoreUser, sharedStore } from '../../testing/use-store.ts';

let store: StoreUser;
let bookId: string;

beforeAll(() => {
  store = sharedStore();
});

beforeEach(async () => {
  bookId = await publishBook(store.person().client, { stock: 5 });
});

const payload = z.object({
  reservation: z.object({ status: z.string() }).nullable(),
  userErrors: z.array(z.object({ code: z.string(), message: z.string() })),
});

/** Asks a verb of catalog as a sister service does. */
async function ask(
  verb: 'reserveStock' | 'commitStock' | 'releaseStock',
  input: object,
  issuer = 'purchase',
) {
  const { description } = store;
  const tokens = new InternalTokens(keysOfSecret(description.internalTokenSecret), issuer);
  const catalog = new SisterService('catalog', `http://127.0.0.1:${description.ports[0]?.catalog}`, tokens, {
    SISTER_TIMEOUT_MS: 1_500,
    DATABASE_POOL_SIZE: 20,
  });
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { ${verb}(input: $input) { reservation { status } userErrors { code message } } }`;
  try {
    const data = await catalog.ask(query, { input }, z.record(z.string(), payload));
    return { status: data[verb]?.reservation?.status, codes: data[verb]?.userErrors.map(({ code }) => code) };
  } finally {
    await catalog.close();
  }
}

const reservation = (purchaseId: string, quantity: number) => ({
  purchaseId,
  buyerId: '01a1fbd2-d774-71bc-92d3-635daa634400',
  reservedUntil: new Date(Date.now() + 60_000),
  lines: [{ bookId, quantity }],
});

const free = () => stockOf(store.nobody(), bookId);
const at20 = <Result>(work: () => Promise<Result>) => Promise.all(Array.from({ length: 20 }, work));

test('reserving, selling and giving back act once each, however often and however parallel they are asked', async () => {
  const purchaseId = randomUUID();
  expect(
    new Set((await at20(() => ask('reserveStock', reservation(purchaseId, 2)))).map(({ status }) => status)),
  ).toEqual(new Set(['RESERVED']));
  expect(await free()).toBe(3);
  expect(
    (await at20(() => ask('commitStock', { purchaseId }))).every(({ status }) => status === 'COMMITTED'),
  ).toBe(true);
  expect(await free()).toBe(3);
  expect(
    (await at20(() => ask('releaseStock', { purchaseId }))).every(({ status }) => status === 'RELEASED'),
  ).toBe(true);
  expect(await free()).toBe(5);
  expect(await ask('commitStock', { purchaseId })).toEqual({
    status: expect.anything(),
    codes: ['RESERVATION_EXPIRED'],
  });
});

test('a refusal stays one, also when there are copies again', async () => {
  const [first, second] = [randomUUID(), randomUUID()];
  await ask('reserveStock', reservation(first, 5));
  expect((await ask('reserveStock', reservation(second, 1))).codes).toEqual(['OUT_OF_STOCK']);
  await ask('releaseStock', { purchaseId: first });
  expect((await ask('reserveStock', reservation(second, 1))).codes).toEqual(['OUT_OF_STOCK']);
  expect(await free()).toBe(5);
});

test('a release that comes before its reservation keeps it out', async () => {
  const purchaseId = randomUUID();
  await ask('releaseStock', { purchaseId });
  expect((await ask('reserveStock', reservation(purchaseId, 1))).codes).toEqual(['RESERVATION_EXPIRED']);
  expect(await free()).toBe(5);
});

test.each(['gateway', 'auth'])('%s may not reserve', async issuer => {
  await expect(ask('reserveStock', reservation(randomUUID(), 1), issuer)).rejects.toThrow(
    'catalog cannot be reached',
  );
  expect(await free()).toBe(5);
});
