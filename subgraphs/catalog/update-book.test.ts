import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GraphqlClient } from '../../testing/graphql-client.ts';
import { publishBook, purchaseBook, soundBook, stockOf, type UserError } from '../../testing/operations.ts';
import { type Person, type StoreUser, sharedStore } from '../../testing/use-store.ts';

interface Book {
  version: number;
  status: string;
  title: string;
  isbn: string | null;
  description: string | null;
  language: string | null;
  subjects: string[];
  stock: number;
  price: { amount: string };
}

let store: StoreUser;
let seller: Person;
let bookId: string;

beforeAll(() => {
  store = sharedStore();
});

beforeEach(async () => {
  seller = store.person();
  bookId = await publishBook(seller.client, { stock: 5 });
});

const fields = 'version status title isbn description language subjects stock price { amount }';

async function update(
  client: GraphqlClient,
  changes: object,
): Promise<{ book: Book | null; userErrors: UserError[] }> {
  const query = `mutation($input: UpdateBookInput!) { updateBook(input: $input) { book { ${fields} } userErrors { code message field } } }`;
  const data = await client.ask<{ updateBook: { book: Book | null; userErrors: UserError[] } }>(query, {
    input: { bookId, ...changes },
  });
  return data.updateBook;
}

const codes = ({ userErrors }: { userErrors: UserError[] }) => userErrors.map(({ code }) => code);

describe('updateBook', () => {
  test('leaves what is left out, empties what is null, and counts versions', async () => {
    const first = await update(seller.client, {
      isbn: '0-306-40615-2',
      description: 'Jungle.',
      language: 'ES-co',
      subjects: ['novel'],
    });
    expect(first.book).toMatchObject({
      version: 2,
      title: soundBook.title,
      isbn: '9780306406157',
      description: 'Jungle.',
      language: 'es-CO',
      subjects: ['novel'],
    });
    const second = await update(seller.client, { description: null, price: '9.5' });
    expect(second.book).toMatchObject({
      version: 3,
      isbn: '9780306406157',
      description: null,
      price: { amount: '9.50' },
    });
  });

  test('tells everything that is wrong at once, and changes nothing', async () => {
    const wrong = { title: '', price: '-1', stock: -1, isbn: '123' };
    expect(codes(await update(seller.client, wrong)).sort()).toEqual(
      ['ISBN_INVALID', 'PRICE_INVALID', 'STOCK_INVALID', 'TITLE_INVALID'].sort(),
    );
    expect((await update(seller.client, {})).book).toMatchObject({ version: 1, title: soundBook.title });
  });

  test('twenty at once with the same version: one changes the book, the others are STALE_VERSION', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        update(seller.client, { version: 1, price: `${index + 1}.00` }),
      ),
    );
    expect(outcomes.filter(outcome => outcome.book?.version === 2)).toHaveLength(1);
    expect(outcomes.filter(outcome => codes(outcome)[0] === 'STALE_VERSION')).toHaveLength(19);
  });

  test('stock is what is free to buy: reserved copies stay aside', async () => {
    const buyer = store.person();
    await purchaseBook(buyer.client, { bookId, quantity: 3 });
    expect(await stockOf(seller.client, bookId)).toBe(2);
    expect((await update(seller.client, { stock: 10 })).book?.stock).toBe(10);
  });

  test('what was put in follows the stock that its seller says, and nothing else', async () => {
    const putIn = async () =>
      (
        await store.rows<{ stock_put_in: number }>('catalog', 'SELECT stock_put_in FROM book WHERE id = ?', [
          bookId,
        ])
      )[0]?.stock_put_in;
    expect(await putIn()).toBe(5);
    await purchaseBook(store.person().client, { bookId, quantity: 3 });
    expect(await putIn()).toBe(5);
    await update(seller.client, { stock: 10, title: 'Another title' });
    expect(await putIn()).toBe(13);
    await update(seller.client, { stock: 0 });
    await update(seller.client, { price: '1.00' });
    expect(await putIn()).toBe(3);
  });
});

test('a price that changes while buyers expect the old one: nobody pays what they did not see', async () => {
  const buying = Array.from({ length: 30 }, () =>
    purchaseBook(store.person().client, { bookId, expectedUnitPrice: soundBook.price }),
  );
  const [, ...outcomes] = await Promise.all([
    update(seller.client, { price: '99.00', stock: 30 }),
    ...buying,
  ]);
  for (const { purchase, userErrors } of outcomes) {
    if (purchase) expect(purchase.lines[0]?.unitPrice.amount).toBe(soundBook.price);
    else expect(['PRICE_CHANGED', 'OUT_OF_STOCK']).toContain(userErrors[0]?.code);
  }
});

describe('a book that is not published', () => {
  const query = 'query($id: ID!) { book(id: $id) { id } }';

  test.each(['PAUSED', 'REMOVED'])('%s: is seen by its seller and administrators alone', async status => {
    expect((await update(seller.client, { status })).book?.status).toBe(status);
    const seen = async (client: GraphqlClient) =>
      (await client.ask<{ book: object | null }>(query, { id: bookId })).book !== null;
    expect(await Promise.all([store.nobody(), store.person().client].map(seen))).toEqual([false, false]);
    expect(await Promise.all([seller.client, store.person(0, 'ADMIN').client].map(seen))).toEqual([
      true,
      true,
    ]);
  });

  test.each(['PAUSED', 'REMOVED'])('%s: is in no list, count or facet', async status => {
    const word = `w${bookId.slice(-12)}`;
    await update(seller.client, { title: `La ${word}`, subjects: [word], status });
    const filters = [{ query: word }, { filter: { subjects: [word] } }, { filter: { sellerId: seller.id } }];
    for (const variables of filters) {
      const { books } = await store.nobody().ask<{ books: object }>(
        `query($query: String, $filter: BookFilter) { books(query: $query, filter: $filter) {
          totalCount nodes { id } facets { conditions { value } subjects { value } } } }`,
        variables,
      );
      expect(books).toEqual({ totalCount: 0, nodes: [], facets: { conditions: [], subjects: [] } });
    }
  });
});
