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
    subjects:
      place % 2 ? ['Poetry', `🎭 ${place % 4}`] : ['poetry', `Märchen ${place % 8}`, `﴾ ${place % 4}`],
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
  const query = `query($query: String, $filter: BookFilter, $first: Int = 1) {
    books(query: $query, filter: $filter, first: $first) { ${selection} } }`;
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

const everything =
  'totalCount facets { conditions { value count } languages { value count } subjects { value count } }';

const lists = [
  {},
  { query: 'atlas' },
  { query: 'atlas nothing' },
  { query: 'no such word' },
  { filter: { conditions: ['FINE', 'POOR'] } },
  { filter: { languages: [languages[0], languages[3]] } },
  { query: 'herbal', filter: { languages: [languages[30]], inStock: true } },
];

test.each(lists)('of %j it is the same where one page shows all of it', async variables => {
  const all = await ask({ ...variables, first: 100 }, everything);
  expect(all).toEqual(await ask(variables, everything));
  expect(sum(all.facets?.conditions)).toBe(all.totalCount);
});

test.each(lists)('of %j it is what each is alone', async variables => {
  const all = await together(variables);
  const [total, conditions, inLanguages] = await Promise.all([
    ask(variables, 'totalCount'),
    ask(variables, 'facets { conditions { value count } }'),
    ask(variables, 'facets { languages { value count } }'),
  ]);
  expect(all).toEqual({ ...total, facets: { ...conditions.facets, ...inLanguages.facets } });
});

test('a page that is the last one, but not the first, tells of the whole result too', async () => {
  const query = `query($after: String) { books(query: "atlas", first: 20, after: $after) {
    totalCount facets { conditions { count } } pageInfo { hasNextPage endCursor } } }`;
  const page = async (after: string | null) =>
    (
      await store.nobody().ask<{
        books: Required<Found> & { pageInfo: { hasNextPage: boolean; endCursor: string } };
      }>(query, { after })
    ).books;
  const last = await page((await page(null)).pageInfo.endCursor);
  expect(last.pageInfo.hasNextPage).toBe(false);
  expect([last.totalCount, sum(last.facets.conditions)]).toEqual([28, 28]);
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
