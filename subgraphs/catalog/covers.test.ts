import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { keysOfSecret } from '../../runtime/internal-keys.ts';
import { InternalTokens } from '../../runtime/internal-token.ts';
import type { GraphqlClient } from '../../testing/graphql-client.ts';
import { publishBook, type UserError } from '../../testing/operations.ts';
import { halves, plain, twoColours } from '../../testing/pictures.ts';
import { type Person, type StoreUser, sharedStore } from '../../testing/use-store.ts';

interface Cover {
  alt: string;
  uploaded: boolean;
  url: string;
}
interface Sent {
  status: number;
  retryAfter: string | null;
  book: { id: string; version: number; cover: Cover & { urls: { width: number; url: string }[] } } | null;
  codes: string[];
}

let store: StoreUser;
let seller: Person;
let bookId: string;
let picture: Buffer;

beforeAll(async () => {
  store = sharedStore();
  picture = await twoColours('jpeg', { width: 600, height: 900 });
});
beforeEach(async () => {
  seller = store.person();
  bookId = await publishBook(seller.client, { title: `La vorágine de ${seller.id}`, authors: ['A', 'B'] });
});

async function send(
  client: GraphqlClient,
  {
    id = bookId,
    content = picture,
    token = client.token,
  }: { id?: string; content?: Buffer; token?: string | undefined } = {},
): Promise<Sent> {
  const answer = await fetch(`${client.url}/covers/${id}`, {
    method: 'POST',
    headers: { 'content-type': 'image/jpeg', ...(token && { authorization: `Bearer ${token}` }) },
    body: new Uint8Array(content),
  });
  const body: { book?: Sent['book']; userErrors?: UserError[]; errors?: { extensions: { code: string } }[] } =
    JSON.parse(await answer.text());
  const codes = [...(body.userErrors ?? []), ...(body.errors ?? []).map(({ extensions }) => extensions)];
  return {
    status: answer.status,
    retryAfter: answer.headers.get('retry-after'),
    book: body.book ?? null,
    codes: codes.map(({ code }) => code),
  };
}

const load = (path: string, accept = 'image/avif,image/webp,*/*') =>
  fetch(`${seller.client.url}${path}`, { headers: { accept }, redirect: 'manual' });

async function coverOf(client = seller.client, width = 480): Promise<Cover & { version: number }> {
  const query =
    'query($id: ID!, $width: Int!) { book(id: $id) { version cover { alt uploaded url(width: $width) } } }';
  const { book } = await client.ask<{ book: { version: number; cover: Cover } }>(query, {
    id: bookId,
    width,
  });
  return { ...book.cover, version: book.version };
}

const remove = (client: GraphqlClient, id = bookId) =>
  client.ask<{ removeCover: { book: { version: number; cover: Cover } | null; userErrors: UserError[] } }>(
    `mutation($input: RemoveCoverInput!) { removeCover(input: $input) {
      book { version cover { alt uploaded url(width: 240) } } userErrors { code } } }`,
    { input: { bookId: id } },
  );

const eventsOf = (id: string) =>
  store.rows<{ type: string }>(
    'catalog',
    'SELECT type FROM outbox_event WHERE subject = ? ORDER BY subject_sequence',
    [id],
  );

describe('a book whose seller sent nothing', () => {
  test('has a drawn cover in every width and format, made from its title and authors', async () => {
    const { alt, uploaded } = await coverOf();
    expect([alt, uploaded]).toEqual([`Cover of La vorágine de ${seller.id} by A and B`, false]);
    for (const [width, format] of [
      [240, 'avif'],
      [480, 'webp'],
      [960, 'jpeg'],
    ] as const) {
      const { url } = await coverOf(seller.client, width);
      const drawn = await load(url, format === 'jpeg' ? '*/*' : `image/${format}`);
      expect([drawn.status, drawn.headers.get('content-type')]).toEqual([200, `image/${format}`]);
      const { width: wide, height } = await sharp(Buffer.from(await drawn.arrayBuffer())).metadata();
      expect([wide, height]).toEqual([width, width * 1.5]);
    }
  }, 60_000);

  test('any other number leads to the next width', async () => {
    const at = async (width: number) => (await coverOf(seller.client, width)).url.split('/').at(-1);
    expect(await Promise.all([-1, 0, 241, 480, 100_000].map(at))).toEqual([
      '240',
      '240',
      '480',
      '480',
      '960',
    ]);
  });

  test('has another one under another path when its title changes; the path of before leads there', async () => {
    const { url } = await coverOf();
    const input = { bookId, title: 'Otra vorágine' };
    await seller.client.ask(
      'mutation($input: UpdateBookInput!) { updateBook(input: $input) { userErrors { code } } }',
      { input },
    );
    const now = await coverOf();
    expect(now.url).not.toBe(url);
    const moved = await load(url);
    expect([moved.status, moved.headers.get('location')]).toEqual([302, now.url]);
  });

  test('nobody can have another one drawn, nor a path of no book, nor learn of a paused one', async () => {
    const { url } = await coverOf();
    const [, , , drawn = '', width = ''] = url.split('/');
    const other = await publishBook(store.person().client, { title: `Otra cosa de ${bookId}` });
    const asked = await load(`/covers/${other}/${drawn}/${width}`);
    expect([asked.status, asked.headers.get('location')]).toEqual([
      302,
      expect.stringContaining(`/covers/${other}/`),
    ]);
    expect((await load(`/covers/${seller.id}/${drawn}/${width}`)).status).toBe(404);
    await seller.client.ask(
      'mutation($input: UpdateBookInput!) { updateBook(input: $input) { userErrors { code } } }',
      { input: { bookId, status: 'PAUSED' } },
    );
    expect((await load(`/covers/${bookId}/drawn-${'0'.repeat(20)}/240`)).status).toBe(404);
    expect((await coverOf()).url).toBe(url);
  });

  test('a page of a hundred costs one statement more than without covers', async () => {
    const query = '{ books(first: 100) { nodes { id cover { url(width: 240) } } } }';
    const { books } = await store.nobody().ask<{ books: { nodes: { cover: Cover }[] } }>(query);
    expect(books.nodes.every(({ cover }) => cover.url.startsWith('/covers/'))).toBe(true);
  });
});

describe('a picture that the seller sends', () => {
  test('is the cover from then on, in three widths, and others hear that the book changed', async () => {
    const sent = await send(seller.client);
    expect([sent.status, sent.codes, sent.book?.version]).toEqual([200, [], 2]);
    expect(sent.book?.cover.urls.map(({ width }) => width)).toEqual([240, 480, 960]);
    const { url, uploaded, version } = await coverOf(store.nobody());
    expect([url, uploaded, version]).toEqual([sent.book?.cover.urls[1]?.url, true, 2]);
    for (const accept of ['image/avif', 'image/webp', '*/*'])
      expect(await halves(Buffer.from(await (await load(url, accept)).arrayBuffer()))).toEqual([
        'red',
        'blue',
      ]);
    expect((await eventsOf(bookId)).map(({ type }) => type)).toEqual(['BookPublished', 'BookChanged']);
  }, 60_000);

  test('the same one again, at once or later, changes nothing; another one takes its place', async () => {
    const [first, second] = [await send(seller.client), await send(seller.client)];
    expect(second).toEqual(first);
    const other = await send(seller.client, { content: await twoColours('png') });
    expect(other.book?.version).toBe(3);
    expect(other.book?.cover.urls).not.toEqual(first.book?.cover.urls);
    // Who has the page of before still sees what is on it.
    expect((await load(first.book?.cover.urls[0]?.url ?? '')).status).toBe(200);
    expect((await eventsOf(bookId)).length).toBe(3);
  }, 60_000);

  test('goes by removeCover, once', async () => {
    await send(seller.client);
    const { removeCover } = await remove(seller.client);
    expect(removeCover).toMatchObject({ book: { version: 3, cover: { uploaded: false } }, userErrors: [] });
    expect((await remove(seller.client)).removeCover.book?.version).toBe(3);
  }, 60_000);

  test('of somebody else, or of no book, is refused as one that does not exist, by all the same words', async () => {
    const stranger = store.person();
    const answers = await Promise.all([
      send(stranger.client),
      send(stranger.client, { id: seller.id }),
      send(stranger.client, { id: 'nonsense' }),
    ]);
    expect(answers).toEqual(
      Array(3).fill({ status: 404, retryAfter: null, book: null, codes: ['NOT_FOUND'] }),
    );
    expect((await remove(stranger.client)).removeCover.userErrors).toEqual([{ code: 'NOT_FOUND' }]);
    expect(await send(store.nobody())).toMatchObject({ status: 401, codes: ['UNAUTHENTICATED'] });
    expect(await send(seller.client, { token: 'x.y.z' })).toMatchObject({
      status: 401,
      codes: ['UNAUTHENTICATED'],
    });
    expect((await send(store.person(0, 'ADMIN').client)).status).toBe(200);
  }, 60_000);

  test('of a removed book is refused', async () => {
    await seller.client.ask(
      'mutation($input: RemoveBookInput!) { removeBook(input: $input) { userErrors { code } } }',
      { input: { bookId } },
    );
    expect(await send(seller.client)).toMatchObject({ status: 409, codes: ['STATUS_INVALID'] });
    expect((await remove(seller.client)).removeCover.userErrors).toEqual([{ code: 'STATUS_INVALID' }]);
  });

  test.each<[code: string, status: number, content: () => Promise<Buffer>]>([
    ['COVER_FORMAT_UNSUPPORTED', 415, async () => Buffer.from('%PDF-1.7')],
    ['COVER_FORMAT_UNSUPPORTED', 415, async () => Buffer.alloc(0)],
    ['COVER_INVALID', 422, async () => picture.subarray(0, 2_000)],
    ['COVER_TOO_LARGE', 413, async () => Buffer.alloc(10 * 1024 * 1024 + 1)],
  ])('that is %s is refused by %i, and the book stays as it is', async (code, status, content) => {
    expect(await send(seller.client, { content: await content() })).toMatchObject({
      status,
      codes: [code],
      book: null,
    });
    expect(await coverOf()).toMatchObject({ uploaded: false, version: 1 });
  });

  test('catalog takes it from the gateway alone', async () => {
    const port = store.description.ports[0]?.catalog;
    const secret = store.description.internalTokenSecret;
    const path = `/covers/${bookId}`;
    const proof = (sender: string, audience: string) =>
      new InternalTokens(keysOfSecret(secret), sender).headersFor(audience, { method: 'POST', path });
    const ask = (headers: Record<string, string>) =>
      fetch(`http://127.0.0.1:${port}${path}`, {
        method: 'POST',
        headers: { ...headers, authorization: `Bearer ${seller.client.token}` },
        body: new Uint8Array(picture),
      });
    expect((await ask({ 'x-internal-token': 'forged' })).status).toBe(401);
    expect((await ask({ 'x-internal-proof': 'forged' })).status).toBe(401);
    expect((await ask(proof('purchase', 'catalog'))).status).toBe(401);
    expect((await ask(proof('gateway', 'auth'))).status).toBe(401);
    expect((await ask(proof('gateway', 'catalog'))).status).toBe(200);
  }, 60_000);
});

test('two pictures of one book at the same time: one of them is its cover, whole', async () => {
  const both = await Promise.all([
    send(seller.client),
    send(seller.client, { content: await plain(400, 600, '#00ff00').png().toBuffer() }),
  ]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(both.map(({ book }) => book?.version).sort()).toEqual([2, 3]);
  const { url } = await coverOf();
  expect(both.map(({ book }) => book?.cover.urls[1]?.url)).toContain(url);
  const rows = await store.rows('catalog', 'SELECT picture FROM cover WHERE used_for = ?', [bookId]);
  expect(rows).toHaveLength(1);
}, 60_000);

test('a flood of pictures: some are taken, the others are told when to come again, and browsing does not feel it', async () => {
  const people = Array.from({ length: 24 }, () => store.person());
  const ids = await Promise.all(people.map(({ client }) => publishBook(client)));
  const flood = Promise.all(
    people.map(({ client }, index) => send(client, { id: ids[index] ?? '', content: picture })),
  );
  const slowest: number[] = [];
  for (let count = 0; count < 20; count += 1) {
    const since = performance.now();
    await store.nobody().ask('{ books(first: 10) { nodes { id title } } }');
    slowest.push(performance.now() - since);
  }
  const answers = await flood;
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 503]));
  for (const { status, retryAfter, codes } of answers)
    if (status === 503) expect([Number(retryAfter) > 0, codes]).toEqual([true, ['SERVICE_UNAVAILABLE']]);
  expect(Math.max(...slowest)).toBeLessThan(5_000);
}, 180_000);

test('one seller has two under way at a time', async () => {
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, index) =>
      send(seller.client, { content: Buffer.concat([picture, Buffer.alloc(index)]) }),
    ),
  );
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter(status => status === 200).length).toBeGreaterThanOrEqual(1);
  expect(statuses.filter(status => status === 429).length).toBeGreaterThanOrEqual(1);
}, 120_000);
