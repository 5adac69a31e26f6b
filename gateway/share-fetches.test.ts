import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { GraphqlClient } from '../testing/graphql-client.ts';
import { type LonelyGateway, startLonelyGateway } from '../testing/lonely-gateway.ts';

const data = {
  auth: { me: { __typename: 'User', id: 'u' }, _entities: [{ name: 'Librería Merlín' }] },
  catalog: { books: { nodes: [{ title: 'La vorágine', seller: { __typename: 'User', id: 's' } }] } },
  purchase: { payPurchase: { purchase: null } },
};
const query = '{ books { nodes { title seller { name } } } }';

let gateway: LonelyGateway;

beforeAll(async () => {
  gateway = await startLonelyGateway('share-fetches', data);
});

afterAll(async () => {
  await gateway.stop();
});

beforeEach(() => {
  for (const fake of Object.values(gateway.fakes)) {
    fake.manner = { milliseconds: 100 };
    fake.received = [];
  }
});

const clientOf = (token?: string) => new GraphqlClient(gateway.url, token);
const received = () => [gateway.fakes.catalog.received.length, gateway.fakes.auth.received.length];

test('what is asked ten times at a moment, by whichever browsers, is sent once, and answered ten times', async () => {
  const ask = async (browser: string) => {
    const headers = { ...clientOf().headers(), 'user-agent': browser };
    const body = JSON.stringify({ query });
    return (await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body })).json();
  };
  const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => ask(`browser ${index}`)));
  for (const answer of answers)
    expect(answer).toEqual({
      data: { books: { nodes: [{ title: 'La vorágine', seller: { name: 'Librería Merlín' } }] } },
    });
  expect(received()).toEqual([1, 1]);
});

test('who is signed in asks alone', async () => {
  const tokens = Array.from({ length: 3 }, () => randomUUID());
  await Promise.all([...tokens, ...tokens, undefined].map(token => clientOf(token).send(query)));
  expect(received()).toEqual([7, 7]);
});

test('neither do those who ask for something else', async () => {
  const first = 'query($first: Int) { books(first: $first) { nodes { title } } }';
  await Promise.all([1, 2, 2, 1].map(size => clientOf().send(first, { first: size })));
  expect(gateway.fakes.catalog.received).toHaveLength(2);
});

test('mutations are never shared', async () => {
  const pay = `mutation { payPurchase(input: { purchaseId: "p", method: CREDIT_CARD, idempotencyKey: "k" }) {
    purchase { id } } }`;
  await Promise.all(Array.from({ length: 3 }, () => clientOf('t').send(pay)));
  expect(gateway.fakes.purchase.received).toHaveLength(3);
});
