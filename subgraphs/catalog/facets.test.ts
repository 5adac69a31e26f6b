import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { soundBook } from '../../testing/operations.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { StoreUser } from '../../testing/use-store.ts';

const grades = ['NEW', 'AS_NEW', 'FINE', 'VERY_GOOD', 'GOOD', 'FAIR', 'POOR'];
const letters = [...'abcdefghij'];
/** More than a facet shows. */
const languages = letters.flatMap(second => letters.slice(0, 6).map(third => `q${second}${third}`));

/** Two of the first language, one of each other, and eight without any. */
const books = [
  ...[languages[0], ...languages].map((language, place) => ({
    language,
    title: place < 20 ? `Atlas ${place}` : `Herbal ${place}`,
    condition: grades[place % 6],
  })),
  ...Array.from({ length: 8 }, (_, place) => ({ title: `Atlas of nothing ${place}`, condition: 'POOR' })),
];

let running: TestStore;
let store: StoreUser;

beforeAll(async () => {
  running = await startTestStore('facets');
  store = new StoreUser(running.description);
  const { client } = store.person();
  for (const some of [books.slice(0, 40), books.slice(40)])
    await client.ask(
      'mutation($input: PublishBooksInput!) { publishBooks(input: $input) { userErrors { code } } }',
      { input: { books: some.map(book => ({ ...soundBook, ...book })) } },
    );
});

afterAll(() => running.stop());

interface Value {
  value: string;
  count: number;
}

interface Found {
  totalCount?: number;
  facets?: { conditions?: Value[]; languages?: Value[]; subjects?: Value[] };
}

async function ask(variables: object, selection: string): Promise<Found> {
  const query = `query($query: String, $filter: BookFilter) {
    books(query: $query, filter: $filter, first: 1) { ${selection} } }`;
  return (await store.nobody().ask<{ books: Found }>(query, variables)).books;
}

const together = (variables: object) =>
  ask(variables, 'totalCount facets { conditions { value count } languages { value count } }');

const sum = (values: readonly Value[] = []) => values.reduce((all, { count }) => all + count, 0);

test('what is counted together is exact, however many languages there are', async () => {
  const { totalCount, facets } = await together({});
  expect(totalCount).toBe(69);
  expect(sum(facets?.conditions)).toBe(69);
  expect(facets?.conditions?.map(({ value }) => value)).toEqual(grades);
  expect(facets?.conditions?.at(-1)).toEqual({ value: 'POOR', count: 8 });
  expect(facets?.languages?.[0]).toEqual({ value: languages[0], count: 2 });
  expect(facets?.languages).toHaveLength(50);
});

test.each([
  {},
  { query: 'atlas' },
  { query: 'atlas nothing' },
  { query: 'no such word' },
  { filter: { conditions: ['FINE', 'POOR'] } },
  { filter: { languages: [languages[0], languages[3]] } },
  { query: 'herbal', filter: { languages: [languages[30]], inStock: true } },
])('of %j it is what each is alone', async variables => {
  const all = await together(variables);
  const [total, conditions, inLanguages] = await Promise.all([
    ask(variables, 'totalCount'),
    ask(variables, 'facets { conditions { value count } }'),
    ask(variables, 'facets { languages { value count } }'),
  ]);
  expect(all).toEqual({ ...total, facets: { ...conditions.facets, ...inLanguages.facets } });
});

test('lists beside each other in one operation are counted each for itself', async () => {
  const query = `{
    a: books(query: "atlas", first: 1) { totalCount facets { conditions { value count } languages { value count } } }
    h: books(query: "herbal", first: 1) { totalCount facets { conditions { value count } } }
    s: books(filter: { subjects: ["none"] }, first: 1) { totalCount facets { subjects { value count } } }
    whole: books(first: 1) { totalCount }
  }`;
  const { a, h, s, whole } = await store.nobody().ask<Record<'a' | 'h' | 's' | 'whole', Found>>(query);
  expect([a, h, s, whole].map(({ totalCount }) => totalCount)).toEqual([28, 41, 0, 69]);
  expect([sum(a.facets?.conditions), sum(h.facets?.conditions)]).toEqual([28, 41]);
  expect(sum(a.facets?.languages)).toBe(20);
});
