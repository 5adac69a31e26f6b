import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GraphqlClient } from '../../testing/graphql-client.ts';
import { soundBook, type UserError } from '../../testing/operations.ts';
import { type Person, type StoreUser, sharedStore } from '../../testing/use-store.ts';

interface Outcome {
  book: { id: string; title: string; status: string } | null;
  userErrors: UserError[];
}

let store: StoreUser;
let seller: Person;

beforeAll(() => {
  store = sharedStore();
});

beforeEach(() => {
  seller = store.person();
});

const answer = 'book { id title status } userErrors { code message field }';

async function publish({ client }: { client: GraphqlClient }, changes: object): Promise<Outcome> {
  const query = `mutation($input: PublishBookInput!) { publishBook(input: $input) { ${answer} } }`;
  const data = await client.ask<{ publishBook: Outcome }>(query, { input: { ...soundBook, ...changes } });
  return data.publishBook;
}

const batch = `mutation($input: PublishBooksInput!) {
  publishBooks(input: $input) { results { ${answer} } userErrors { code } } }`;

async function publishAll({ client }: { client: GraphqlClient }, rows: object[]): Promise<Outcome[]> {
  const { publishBooks } = await client.ask<{ publishBooks: { results: Outcome[] } }>(batch, {
    input: { books: rows.map(row => ({ ...soundBook, ...row })) },
  });
  return publishBooks.results;
}

const ids = (outcomes: Outcome[]) => outcomes.map(({ book }) => book?.id);
const codes = ({ userErrors }: Outcome) => userErrors.map(({ code }) => code);

/** The ids of all books of the seller, and of those that others were told of. */
async function published({ id }: Person): Promise<{ books: string[]; told: string[] }> {
  const rows = await store.rows<{ id: string; told: number }>(
    'catalog',
    `SELECT id, (SELECT COUNT(*) FROM outbox_event e
       WHERE e.stream = 'book' AND e.subject = b.id AND e.type = 'BookPublished' AND e.subject_sequence = 1) AS told
     FROM book b WHERE seller_id = ? ORDER BY id`,
    [id],
  );
  return {
    books: rows.map(row => row.id),
    told: rows.flatMap(row => Array.from({ length: Number(row.told) }, () => row.id)),
  };
}

describe('publishBook under a key', () => {
  test('ten times at once, and later, after it was removed too: one book, told once', async () => {
    const key = { idempotencyKey: randomUUID() };
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => publish(seller, key)));
    const [first, ...others] = new Set(ids(outcomes));
    expect(others).toEqual([]);
    await seller.client.ask('mutation($id: ID!) { removeBook(input: { bookId: $id }) { book { id } } }', {
      id: first,
    });
    expect(await publish(seller, key)).toMatchObject({ book: { id: first, status: 'REMOVED' } });
    expect(await published(seller)).toEqual({ books: [first], told: [first] });
  });

  test('with other input: refused, and nothing is published', async () => {
    const idempotencyKey = randomUUID();
    const { book } = await publish(seller, { idempotencyKey, subjects: ['novel'] });
    for (const change of [
      { subjects: ['poem'] },
      { subjects: ['novel'], price: '12.51' },
      { subjects: ['novel'], stock: 2 },
      { subjects: ['novel'], authors: ['José Eustasio', 'Rivera'] },
      { subjects: ['novel'], publishedYear: 1924 },
    ]) {
      const outcome = await publish(seller, { idempotencyKey, ...change });
      expect([codes(outcome), outcome.userErrors[0]?.field]).toEqual([
        ['IDEMPOTENCY_KEY_REUSED'],
        ['idempotencyKey'],
      ]);
    }
    expect((await published(seller)).books).toEqual([book?.id]);
  });

  test('keys are each seller’s own, and told apart by every character', async () => {
    const idempotencyKey = randomUUID();
    const variants = [
      idempotencyKey,
      `${idempotencyKey} `,
      idempotencyKey.toUpperCase(),
      `é${idempotencyKey}`,
    ];
    const outcomes = await Promise.all([
      ...variants.map(key => publish(seller, { idempotencyKey: key })),
      publish(store.person(), { idempotencyKey }),
    ]);
    expect(new Set(ids(outcomes)).size).toBe(5);
  });

  test.each(['', '  ', 'x'.repeat(201)])('%j is no key', async idempotencyKey => {
    const outcome = await publish(seller, { idempotencyKey });
    expect([codes(outcome), outcome.userErrors[0]?.field]).toEqual([
      ['IDEMPOTENCY_KEY_INVALID'],
      ['idempotencyKey'],
    ]);
  });

  test('a key that came with a bad book is free for the mended one', async () => {
    const idempotencyKey = randomUUID();
    expect(codes(await publish(seller, { idempotencyKey, price: '0' }))).toEqual(['PRICE_INVALID']);
    expect((await publish(seller, { idempotencyKey, price: '1' })).book).not.toBeNull();
  });
});

describe('publishBooks', () => {
  test('answers in order; a bad row keeps no other from being published', async () => {
    const rows = [
      { title: 'One', subjects: ['a', 'b'] },
      { title: '', isbn: '123' },
      { title: 'Three', price: '-1' },
      { title: 'Four' },
    ];
    const outcomes = await publishAll(seller, rows);
    expect(outcomes.map(({ book }) => book?.title)).toEqual(['One', undefined, undefined, 'Four']);
    expect(outcomes.map(codes)).toEqual([[], ['TITLE_INVALID', 'ISBN_INVALID'], ['PRICE_INVALID'], []]);
    expect(outcomes[1]?.userErrors.map(({ field }) => field)).toEqual([['title'], ['isbn']]);
    const all = await published(seller);
    expect(all.books.toSorted()).toEqual([outcomes[0]?.book?.id, outcomes[3]?.book?.id].toSorted());
    expect(all.told).toEqual(all.books);
  });

  test('the same rows again, in any order and at once: each book is there once', async () => {
    const rows = Array.from({ length: 20 }, (_, index) => ({
      title: `Volume ${index}`,
      idempotencyKey: randomUUID(),
    }));
    const answers = await Promise.all([
      publishAll(seller, rows),
      publishAll(seller, rows.toReversed()).then(outcomes => outcomes.reverse()),
      publishAll(seller, rows.slice(0, 10)),
      publishAll(seller, rows),
    ]);
    const [first = []] = answers;
    expect(first.map(({ book }) => book?.title)).toEqual(rows.map(({ title }) => title));
    for (const outcomes of answers) expect(ids(outcomes)).toEqual(ids(first).slice(0, outcomes.length));
    const { books, told } = await published(seller);
    expect(books).toHaveLength(20);
    expect(told).toEqual(books);
  });

  test('a batch that was answered in part before: what is new is published, what is known is answered', async () => {
    const rows = Array.from({ length: 4 }, () => ({ idempotencyKey: randomUUID() }));
    const before = await publishAll(seller, rows.slice(0, 2));
    const after = await publishAll(seller, rows);
    expect(ids(after).slice(0, 2)).toEqual(ids(before));
    expect((await published(seller)).books).toHaveLength(4);
  });

  test('one key for two rows: the same row is one book, another one is refused', async () => {
    const idempotencyKey = randomUUID();
    const outcomes = await publishAll(seller, [
      { idempotencyKey },
      { idempotencyKey },
      { idempotencyKey, title: 'Another' },
    ]);
    expect(outcomes.map(codes)).toEqual([[], [], ['IDEMPOTENCY_KEY_REUSED']]);
    expect(outcomes[0]?.book?.id).toBe(outcomes[1]?.book?.id);
    expect((await published(seller)).books).toHaveLength(1);
  });

  test('all rows bad: all are told, and nothing is written', async () => {
    expect((await publishAll(seller, [{ title: '' }, { price: '0' }])).map(codes)).toEqual([
      ['TITLE_INVALID'],
      ['PRICE_INVALID'],
    ]);
  });

  test.each([0, 51])('%i books are malformed', async length => {
    const input = { books: Array.from({ length }, () => soundBook) };
    expect(await seller.client.errorCodes(batch, { input })).toEqual(['BAD_USER_INPUT']);
  });
});
