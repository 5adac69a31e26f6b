import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { statementsDuring } from '../testing/count-statements.ts';
import { payPurchase, publishBook, purchaseBook, soundBook, soundDelivery } from '../testing/operations.ts';
import { startTestStore, type TestStore } from '../testing/test-store.ts';
import { StoreUser } from '../testing/use-store.ts';

let running: TestStore;
let store: StoreUser;

beforeAll(async () => {
  running = await startTestStore('graph');
  store = new StoreUser(running.description);
});

afterAll(async () => {
  await running.stop();
});

test('one query crosses all three subgraphs, and answers right', async () => {
  const seller = await store.register('Librería Merlín');
  const buyer = await store.register('Alicia');
  const bookId = await publishBook(seller.client, { title: 'La vorágine' });
  const { purchase } = await purchaseBook(buyer.client, {
    bookId,
    delivery: await soundDelivery(buyer.client),
  });
  await payPurchase(buyer.client, { purchaseId: purchase?.id });
  const data = await buyer.client.ask(
    '{ me { name purchases { nodes { status buyer { name } seller { name } lines { book { title seller { name } } } } } } }',
  );
  expect(data).toEqual({
    me: {
      name: 'Alicia',
      purchases: {
        nodes: [
          {
            status: 'PAID',
            buyer: { name: 'Alicia' },
            seller: { name: 'Librería Merlín' },
            lines: [{ book: { title: 'La vorágine', seller: { name: 'Librería Merlín' } } }],
          },
        ],
      },
    },
  });
  const sales = await seller.client.ask<{
    me: { sales: { totalCount: number }; books: { totalCount: number } };
  }>('{ me { sales(status: PAID) { totalCount } books { totalCount } } }');
  expect(sales.me).toEqual({ sales: { totalCount: 1 }, books: { totalCount: 1 } });
});

test('what was rejected is among the purchases of its buyer, and not among the sales of the seller', async () => {
  const seller = await store.register('Librería Merlín');
  const buyer = await store.register('Alicia');
  const bookId = await publishBook(seller.client, { stock: 1 });
  expect((await purchaseBook(buyer.client, { bookId, quantity: 2 })).userErrors[0]?.code).toBe(
    'OUT_OF_STOCK',
  );
  expect(
    await buyer.client.ask('{ me { purchases { totalCount nodes { status lines { title } } } } }'),
  ).toEqual({
    me: { purchases: { totalCount: 1, nodes: [{ status: 'REJECTED', lines: [{ title: 'La vorágine' }] }] } },
  });
  expect(await seller.client.ask('{ me { sales { totalCount nodes { id } } } }')).toEqual({
    me: { sales: { totalCount: 0, nodes: [] } },
  });
});

describe('the number of SQL statements does not grow with the page', () => {
  const pages = [20, 100];

  beforeAll(async () => {
    const sellers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => store.register(`Seller ${index}`)),
    );
    for (let round = 0; round < 11; round += 1) {
      await Promise.all(
        sellers.map(({ client }, index) => publishBook(client, { title: `Book ${round}.${index}` })),
      );
    }
  });

  test.each(pages)('%d books with their sellers: one statement in each database', async first => {
    const query =
      'query($first: Int!) { books(first: $first) { nodes { title price { amount } stock subjects seller { name } } } }';
    const ask = () =>
      store.nobody().ask<{ books: { nodes: { seller: { name: string } }[] } }>(query, { first });
    await ask();
    const statements = await statementsDuring(running.description, async () => {
      const { books } = await ask();
      expect(books.nodes).toHaveLength(first);
      expect(books.nodes.every(book => book.seller.name.length > 0)).toBe(true);
    });
    expect(statements.catalog).toHaveLength(1);
    expect(statements.auth).toHaveLength(1);
    expect(statements.purchase).toHaveLength(0);
  });

  test('purchases with everything on them: as many for 3 as for 30', async () => {
    const buyer = await store.register('Alicia');
    const { books } = await store
      .nobody()
      .ask<{ books: { nodes: { id: string }[] } }>('{ books(first: 30) { nodes { id } } }');
    const delivery = await soundDelivery(buyer.client);
    await Promise.all(books.nodes.map(({ id }) => purchaseBook(buyer.client, { bookId: id, delivery })));
    const query = `query($first: Int!) { me { purchases(first: $first) { nodes { status history { status }
      payment { status } delivery { provider { name } } lines { book { title seller { name } } } } } } }`;
    const count = async (first: number) => {
      const statements = await statementsDuring(running.description, async () => {
        const { me } = await buyer.client.ask<{ me: { purchases: { nodes: unknown[] } } }>(query, { first });
        expect(me.purchases.nodes).toHaveLength(first);
      });
      return Object.values(statements).map(list => list.map(statement => statement.slice(0, 40)).toSorted());
    };
    await count(3);
    const few = await count(3);
    for (const statements of few) expect(statements).not.toHaveLength(0);
    expect(await count(30)).toEqual(few);
  });

  test('publishing: as many for 2 books as for 50', async () => {
    const seller = await store.register('Melquíades');
    const query =
      'mutation($input: PublishBooksInput!) { publishBooks(input: $input) { results { book { id } } } }';
    const count = async (size: number) => {
      const books = Array.from({ length: size }, () => ({
        ...soundBook,
        subjects: ['novel', 'jungle'],
        idempotencyKey: randomUUID(),
      }));
      const statements = await statementsDuring(running.description, async () => {
        const { publishBooks } = await seller.client.ask<{ publishBooks: { results: unknown[] } }>(query, {
          input: { books },
        });
        expect(publishBooks.results).toHaveLength(size);
      });
      return statements.catalog.map(statement => statement.slice(0, 60));
    };
    await count(2);
    const few = await count(2);
    expect(few).not.toHaveLength(0);
    expect(await count(50)).toEqual(few);
  });
});
