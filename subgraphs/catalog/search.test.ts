import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publishBook } from '../../testing/operations.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { StoreUser } from '../../testing/use-store.ts';

const offers = [
  {
    title: 'Cien años de soledad',
    authors: ['Gabriel García Márquez'],
    language: 'es',
    subjects: ['novel', 'classics'],
    price: '12.50',
    condition: 'GOOD',
    isbn: '978-0-307-47472-8',
  },
  {
    title: 'El otoño del patriarca',
    authors: ['Gabriel García Márquez'],
    language: 'es',
    subjects: ['Novel'],
    price: '9.99',
    condition: 'FINE',
  },
  {
    title: 'It',
    authors: ['Stephen King'],
    language: 'en',
    subjects: ['horror'],
    price: '7.00',
    condition: 'POOR',
    stock: 0,
  },
  {
    title: '1984',
    authors: ['George Orwell'],
    language: 'en',
    subjects: ['novel'],
    price: '5.00',
    condition: 'FAIR',
    isbn: '0451524934',
  },
  {
    title: 'C++ in a Nutshell',
    authors: ['Ray Lischner'],
    language: 'en',
    subjects: ['programming'],
    price: '20.00',
    condition: 'GOOD',
  },
  { title: 'The', authors: ['Nobody'], language: 'en', price: '1.00', condition: 'GOOD' },
  { title: '雪国', authors: ['川端康成'], language: 'ja', price: '8.00', condition: 'AS_NEW' },
  { title: 'ノルウェイの森', authors: ['村上春樹'], language: 'ja', price: '8.50', condition: 'AS_NEW' },
  { title: 'سيرة ذاتية', authors: ['نجيب محفوظ'], language: 'ar', price: '6.00', condition: 'GOOD' },
  { title: 'סיפור על אהבה וחושך', authors: ['עמוס עוז'], language: 'he', price: '6.50', condition: 'GOOD' },
  {
    title: '?!',
    authors: ['Anon.'],
    language: 'en',
    price: '3.00',
    condition: 'GOOD',
    description: 'A book of one question, 100%_ true.',
  },
] as const;

let running: TestStore;
let store: StoreUser;

beforeAll(async () => {
  running = await startTestStore('search');
  store = new StoreUser(running.description);
  const { client } = store.person();
  for (const offer of offers) await publishBook(client, offer);
});

afterAll(async () => {
  await running.stop();
});

interface Found {
  totalCount: number;
  nodes: { title: string }[];
  facets: Record<'conditions' | 'languages' | 'subjects', { value: string; count: number }[]>;
}

async function find(variables: object): Promise<Found> {
  const query = `query($query: String, $filter: BookFilter, $sort: BookSort) {
    books(query: $query, filter: $filter, sort: $sort, first: 100) { totalCount nodes { title }
      facets { conditions { value count } languages { value count } subjects { value count } } } }`;
  return (await store.nobody().ask<{ books: Found }>(query, variables)).books;
}

const titles = async (variables: object) => (await find(variables)).nodes.map(({ title }) => title);

test.each(offers.map(({ title }) => title))('%s is found by its own title, first', async title => {
  expect((await titles({ query: title }))[0]).toBe(title);
});

test.each([
  ['garcia marquez', ['El otoño del patriarca', 'Cien años de soledad']],
  ['GARCÍA MÁRQUEZ soledad', ['Cien años de soledad']],
  ['marq', ['El otoño del patriarca', 'Cien años de soledad']],
  ['9780307474728', ['Cien años de soledad']],
  ['978-0-451-52493-5', ['1984']],
  ['村上', ['ノルウェイの森']],
  ['森', ['ノルウェイの森']],
  ['question', ['?!']],
  ['soledad orwell', []],
])('%s finds %j', async (query, expected) => {
  expect(await titles({ query })).toEqual(expected);
});

test.each([
  '+',
  '-soledad +orwell',
  '"',
  '*',
  '(',
  ')',
  '@5',
  '~it',
  '<>',
  "'; DROP TABLE book; --",
  '%',
  '_',
  '\\',
  '\0',
])('the operators of %j are text, never an error', async query => {
  const { totalCount, nodes } = await find({ query });
  expect(nodes).toHaveLength(totalCount);
  expect(totalCount).toBeLessThan(offers.length);
});

describe('filters narrow the list, and hold together', () => {
  test.each([
    [{ author: 'marquez gabriel' }, 2],
    [{ author: 'soledad' }, 0],
    [{ isbn: '0-451-52493-4' }, 1],
    [{ isbn: 'nonsense' }, 0],
    [{ languages: ['ES', 'ja'] }, 4],
    [{ subjects: ['novel'] }, 3],
    [{ conditions: ['AS_NEW', 'FINE'] }, 3],
    [{ priceMin: '8', priceMax: '8.50' }, 2],
    [{ priceMin: '9', priceMax: '8' }, 0],
    [{ inStock: false }, 1],
    [{ inStock: true }, offers.length - 1],
    [{ sellerId: 'nobody' }, 0],
    [{ languages: ['es'], priceMax: '10' }, 1],
  ])('%j finds %d', async (filter, count) => {
    const { totalCount, nodes } = await find({ filter });
    expect([totalCount, nodes.length]).toEqual([count, count]);
  });
});

test('facets tell how the whole result is made up, not the page alone', async () => {
  const { facets } = await find({ query: 'garcia marquez' });
  expect(facets).toEqual({
    conditions: [
      { value: 'FINE', count: 1 },
      { value: 'GOOD', count: 1 },
    ],
    languages: [{ value: 'es', count: 2 }],
    subjects: [
      { value: expect.stringMatching(/novel/i), count: 2 },
      { value: 'classics', count: 1 },
    ],
  });
  const query = '{ books(first: 1) { totalCount nodes { id } facets { languages { value count } } } }';
  const { books } = await store.nobody().ask<{ books: Found }>(query);
  expect(books.nodes).toHaveLength(1);
  expect(books.totalCount).toBe(offers.length);
  expect(books.facets.languages.reduce((sum, { count }) => sum + count, 0)).toBe(offers.length);
});

test('each sort has its order', async () => {
  const byPrice = [...offers].sort((a, b) => Number(a.price) - Number(b.price)).map(({ title }) => title);
  expect(await titles({ sort: 'PRICE_ASC' })).toEqual(byPrice);
  expect(await titles({ sort: 'PRICE_DESC' })).toEqual(byPrice.toReversed());
  const newest = offers.map(({ title }) => title).toReversed();
  expect(await titles({ sort: 'NEWEST' })).toEqual(newest);
  expect(await titles({})).toEqual(newest);
  const latin = (await titles({ sort: 'TITLE' })).filter(title => /^[A-Z1]/.test(title));
  expect(latin).toEqual([
    '1984',
    'C++ in a Nutshell',
    'Cien años de soledad',
    'El otoño del patriarca',
    'It',
    'The',
  ]);
});
