import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { ledgerInMemory } from './ledger.ts';
import type { Offer } from './offer.ts';
import { type Outcome, publishRows, type Row } from './publish-rows.ts';
import type { Caller } from './sign-in.ts';
import type { Store } from './store-client.ts';
import { StoreUnreachable } from './store-errors.ts';

const offer = (title: string): Offer => ({
  title,
  authors: ['Somebody'],
  isbn: null,
  description: null,
  language: null,
  publisher: null,
  publishedYear: null,
  subjects: [],
  condition: 'GOOD',
  conditionNote: null,
  price: '5.00',
  stock: 1,
});

const rowsOf = (...titles: string[]): Row[] =>
  titles.map((title, index) => ({
    number: index + 1,
    share: (index + 1) / titles.length,
    ...(title ? { offer: offer(title) } : { problem: 'it has no title' }),
  }));

const publishing = z.object({ input: z.custom<Offer>() });

const caller: Caller = { userId: 'u', withToken: work => work('token') };

/** A store with `titles` in it, that loses the answer to the publishing of each title in `lost` once. */
function storeWith(titles: string[], lost: string[] = []) {
  const books = titles.map((title, index) => ({
    ...offer(title),
    id: `old-${index}`,
    price: { amount: '5.00' },
  }));
  const publish = (input: Offer) => {
    if (input.title === 'bad')
      return { book: null, userErrors: [{ code: 'TITLE_INVALID', message: 'Bad.' }] };
    const book = { ...input, id: `new-${books.length}`, price: { amount: input.price } };
    books.push(book);
    if (lost.includes(input.title)) {
      lost.splice(lost.indexOf(input.title), 1);
      throw new StoreUnreachable('The answer is lost.');
    }
    return { book: { id: book.id }, userErrors: [] };
  };
  const page = () => ({ nodes: books, pageInfo: { hasNextPage: false, endCursor: null } });
  const store: Store = {
    url: 'http://store.example',
    ask: async ({ document, variables, answer }) =>
      answer.parse(
        document.includes('PublishBook')
          ? { publishBook: publish(publishing.parse(variables).input) }
          : { me: { books: page() } },
      ),
  };
  return { store, titles: () => books.map(({ title }) => title) };
}

async function run(store: Store, rows: Row[], ledger = ledgerInMemory()) {
  const outcomes = new Map<number, Outcome>();
  await publishRows({
    store,
    caller,
    ledger,
    rows: async function* () {
      yield* rows;
    },
    onRow: ({ number }, outcome) => outcomes.set(number, outcome),
  });
  return [...outcomes].sort(([one], [other]) => one - other).map(([, outcome]) => outcome);
}

test('every row is published once, two equal ones as two books', async () => {
  const { store, titles } = storeWith([]);
  expect(await run(store, rowsOf('A', 'B', 'B'))).toEqual(['published', 'published', 'published']);
  expect(titles().sort()).toEqual(['A', 'B', 'B']);
});

test('bad rows and refused ones are told with the reason, and the others go on', async () => {
  const { store, titles } = storeWith([]);
  const outcomes = await run(store, rowsOf('', 'bad', 'A'));
  expect(outcomes).toEqual([{ refused: 'it has no title' }, { refused: 'TITLE_INVALID: Bad.' }, 'published']);
  expect(titles()).toEqual(['A']);
});

test('rows of the ledger are left alone, whatever became of their books', async () => {
  const { store, titles } = storeWith([]);
  expect(await run(store, rowsOf('A', 'B'), ledgerInMemory([[1, 'sold']]))).toEqual(['found', 'published']);
  expect(titles()).toEqual(['B']);
});

test('what an earlier run published without hearing of it is found among the own books', async () => {
  const { store, titles } = storeWith(['A', 'B']);
  const ledger = ledgerInMemory([[1, 'old-0']]);
  expect(await run(store, rowsOf('A', 'B', 'C'), ledger)).toEqual(['found', 'found', 'published']);
  expect(titles()).toEqual(['A', 'B', 'C']);
});

test('a book that the ledger accounts for is not taken for another row that is equal', async () => {
  const { store, titles } = storeWith(['A']);
  expect(await run(store, rowsOf('A', 'A'), ledgerInMemory([[1, 'old-0']]))).toEqual(['found', 'published']);
  expect(titles()).toEqual(['A', 'A']);
});

test('a row whose answer is lost is looked up and not sent again', async () => {
  const { store, titles } = storeWith([], ['B']);
  expect(await run(store, rowsOf('A', 'B', 'C'))).toEqual(['published', 'found', 'published']);
  expect(titles().sort()).toEqual(['A', 'B', 'C']);
});
