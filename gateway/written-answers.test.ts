import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { GraphqlClient } from '../testing/graphql-client.ts';
import { type LonelyGateway, startLonelyGateway } from '../testing/lonely-gateway.ts';

let gateway: LonelyGateway;

beforeAll(async () => {
  gateway = await startLonelyGateway('written', {
    auth: { _entities: [{ name: 'Librería Merlín' }] },
    catalog: { books: { nodes: [{ title: 'La vorágine' }] } },
    purchase: {},
  });
});

afterAll(async () => {
  await gateway.stop();
});

beforeEach(async () => {
  gateway.fakes.catalog.manner = { milliseconds: 0 };
  // Known from here on, so that Apollo Server does not write the answer.
  await ask();
});

const query = '{ books { nodes { title } } }';

async function ask(asked = query): Promise<string> {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: new GraphqlClient(gateway.url).headers(),
    body: JSON.stringify({ query: asked }),
  });
  return response.text();
}

const says = (text: string, milliseconds = 0) => {
  gateway.fakes.catalog.manner = { milliseconds, text };
};

test('the one answer that was asked for goes on as it is written, to all who share it', async () => {
  const text = '{ "data": {"books": {"nodes": [{"title": "Mar\\u00eda \u{1F4DA}"}]}} }';
  says(text, 100);
  expect(await Promise.all(Array.from({ length: 5 }, () => ask()))).toEqual(Array(5).fill(text));
});

test('what stands beside the data does not', async () => {
  const data = { books: { nodes: [{ title: 'María' }] } };
  says(JSON.stringify({ data, extensions: { cost: 1 } }));
  expect(await ask()).toBe(JSON.stringify({ data }));
});

test('data that is not sound does not', async () => {
  says('{"data":{"books":{"nodes":[{"title":null}]}}}');
  expect(JSON.parse(await ask())).toMatchObject({ data: { books: null } });
});

test('errors are masked as ever', async () => {
  const data = { books: { nodes: [{ title: 'María' }] } };
  says(JSON.stringify({ data, errors: [{ message: 'SELECT secret', path: ['books'] }] }));
  const answer = await ask();
  expect(JSON.parse(answer)).toMatchObject({ data, errors: [{ message: expect.any(String) }] });
  expect(answer).not.toContain('SELECT');
});

test('data that is put together from several answers is written anew', async () => {
  const withSellers = '{ books { nodes { title seller { name } } } }';
  const text =
    '{ "data": {"books": {"nodes": [{"title": "María", "seller": {"__typename": "User", "id": "s"}}]}} }';
  says(text);
  for (let time = 0; time < 2; time += 1)
    expect(await ask(withSellers)).toBe(
      JSON.stringify({
        data: { books: { nodes: [{ title: 'María', seller: { name: 'Librería Merlín' } }] } },
      }),
    );
});
