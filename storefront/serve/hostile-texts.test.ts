import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { publishBook, soundBook } from '../../testing/operations.ts';
import { type RegisteredPerson, type StoreUser, sharedStore } from '../../testing/use-store.ts';
import { writeTable } from '../pages/import-books/write-table.ts';

const word = `w${randomUUID().slice(0, 8)}`;
const script = `</script><script>alert("${word}")</script><img src=x onerror='alert(1)'>`;
/** What ends an element, an attribute, a comment or a text in JSON. */
const texts = [
  script,
  `"'><b onclick=alert(1)>${word}</b>`,
  `--><!--${word}`,
  `\\u003cscript>${word}`,
  ']]>',
  '&lt;b&gt;&amp;',
];
/** What a spreadsheet takes for a formula. */
const formulas = ['=HYPERLINK("http://evil.example")', '+1+1', '-2+3', '@SUM(A1:A9)'];

let store: StoreUser;
let seller: RegisteredPerson;

beforeAll(async () => {
  store = sharedStore();
  seller = await store.register(`"><script>alert("${word}")</script>`);
});

async function get(path: string): Promise<string> {
  const response = await fetch(`${store.nobody().url}${path}`, { headers: { accept: 'text/html' } });
  return response.text();
}

const structured = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '');

/** How many elements of a page could run something, and how many attributes. */
function dangers(html: string): Record<string, number> {
  const tags = html.replaceAll(/="[^"]*"/g, '=""').match(/<[a-z][^>]*>/gi) ?? [];
  const count = (pattern: RegExp) => tags.filter(tag => pattern.test(tag)).length;
  return {
    scripts: count(/^<script/i),
    pictures: count(/^<img/i),
    bold: count(/^<b[ >]/i),
    handlers: count(/\son\w+=/i),
  };
}

test.each([...texts, ...formulas])(
  'a book that its seller calls %j has a page like any other',
  async title => {
    const sayAll = (text: string) => ({
      authors: [text],
      description: text,
      conditionNote: text,
      publisher: text,
    });
    const id = await publishBook(seller.client, { ...sayAll(title), title });
    const usual = await publishBook(seller.client, { ...sayAll('A'), title: `A ${word}` });
    const html = await get(`/books/${id}`);
    expect(dangers(html)).toEqual(dangers(await get(`/books/${usual}`)));
    expect(structured(html)).toMatchObject({ name: title, offers: { seller: { name: seller.name } } });
  },
);

test.each([...texts, ...formulas])('the catalogue that is searched for %j says so as text', async query => {
  expect(dangers(await get(`/books?q=${encodeURIComponent(query)}`))).toMatchObject({ bold: 0, handlers: 0 });
});

test("a seller's name is text on its page, and the sitemap knows no words", async () => {
  await publishBook(seller.client, { title: script });
  const html = await get(`/sellers/${seller.id}`);
  expect(html).toContain(`&quot;&gt;&lt;script&gt;alert(&quot;${word}&quot;)`);
  expect(dangers(html)).toMatchObject({ bold: 0, handlers: 0 });
  for (const [path, expected] of [
    ['/sitemap.xml', ['?xml', 'sitemapindex', 'sitemap', 'loc']],
    ['/sitemap-books.xml', ['?xml', 'urlset', 'url', 'loc', 'lastmod']],
  ] as const) {
    const map = await get(path);
    const elements = new Set(Array.from(map.matchAll(/<\/?([^\s>]+)/g), ([, name]) => name));
    expect(elements).toEqual(new Set(expected));
    expect(map).not.toContain(word);
  }
});

const orders = ['a\u001b[2Jb', 'a\u009b31mb', 'a\u0007b', 'a\u0000b', 'a\nb', 'a\r\nb'];

test.each([...orders, 'a\u2028b'])(
  '%j, which orders a terminal about or ends a line, is no name',
  async name => {
    const { register } = await store
      .nobody()
      .ask<{ register: { userErrors: { code: string }[] } }>(
        'mutation($input: RegisterInput!) { register(input: $input) { userErrors { code } } }',
        { input: { name, email: `${randomUUID()}@reader.example`, password: seller.password } },
      );
    expect(register.userErrors).toEqual([{ code: 'NAME_INVALID' }]);
  },
);

test.each(orders)('nor is %j a title', async title => {
  const data = await seller.client.ask<{
    publishBook: { book: object | null; userErrors: { field: string[] }[] };
  }>(
    `mutation($input: PublishBookInput!) { publishBook(input: $input) {
      book { id } userErrors { field } } }`,
    { input: { ...soundBook, title } },
  );
  expect(data.publishBook).toEqual({ book: null, userErrors: [{ field: ['title'] }] });
});

test('a file for a spreadsheet has no formula, whatever a cell begins with', async () => {
  const cells = [...formulas, '\t=1', '\r=1', ...texts];
  const file = (await writeTable([cells]).text()).replace(/^\uFEFF/, '');
  const read = Array.from(file.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?:,|\r\n)/g), ([, quoted, bare]) =>
    (quoted ?? bare ?? '').replaceAll('""', '"'),
  );
  expect(read).toHaveLength(cells.length);
  for (const cell of read) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  expect(read.map(cell => cell.replace(/^'/, ''))).toEqual(cells);
});
