import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { publishBook } from '../../testing/operations.ts';
import { randomIsbn } from '../../testing/random-isbn.ts';
import { untilAnswered } from '../../testing/until-answered.ts';
import { type RegisteredPerson, type StoreUser, sharedStore } from '../../testing/use-store.ts';

const word = `w${randomUUID().slice(0, 8)}`;
const markup = `</script><script>alert("${word}")</script><img src=x onerror=alert(1)>`;

let store: StoreUser;
let seller: RegisteredPerson;

beforeAll(async () => {
  store = sharedStore();
  seller = await store.register('Librería Merlín');
});

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${store.nobody().url}${path}`, {
    headers: { accept: 'text/html', ...headers },
  });
  return { status: response.status, headers: response.headers, html: await response.text() };
}

const first = (html: string, pattern: RegExp): string | undefined => pattern.exec(html)?.[1];
const structured = (html: string) =>
  JSON.parse(first(html, /<script type="application\/ld\+json">(.*?)<\/script>/s) ?? '');

test('a book that is shared shows its title and price, to people and to search engines', async () => {
  const isbn = randomIsbn();
  const id = await publishBook(seller.client, {
    title: `Cien años de ${word}`,
    authors: ['Gabriel García Márquez'],
    isbn,
    price: '7.50',
    stock: 1,
    language: 'es',
  });
  const { url } = store.nobody();
  const { status, html } = await get(`/books/${id}`, { 'accept-language': 'es-CO' });
  expect(status).toBe(200);
  expect(html).toContain('<html lang="es"');
  expect(first(html, /<title>(.*?)<\/title>/)).toContain(`Cien años de ${word}`);
  expect(html).toContain(`property="og:title" content="Cien años de ${word} – Gabriel García Márquez"`);
  expect(html).toContain('property="product:price:amount" content="7.50"');
  expect(first(html, /<h1[^>]*>(.*?)<\/h1>/)).toBe(`Cien años de ${word}`);
  expect(html).toContain('Último ejemplar');
  expect(html).toContain(`<link rel="canonical" href="${url}/books/${id}"`);
  expect(html).toContain(`hrefLang="en" href="${url}/books/${id}?lang=en"`);
  const picture = first(html, /property="og:image" content="(.*?)"/) ?? '';
  expect(picture.startsWith(`${url}/covers/`)).toBe(true);
  const shown = await untilAnswered(async () => {
    const response = await fetch(picture);
    if (response.status === 503) throw new Error('Too busy to draw a cover: once more.');
    return response.headers.get('content-type');
  });
  expect(shown).toMatch(/^image\//);
  expect(structured(html)).toMatchObject({
    image: picture,
    '@type': ['Product', 'Book'],
    name: `Cien años de ${word}`,
    isbn,
    offers: {
      price: '7.50',
      priceCurrency: 'USD',
      availability: 'https://schema.org/InStock',
      seller: { name: 'Librería Merlín', url: `${url}/sellers/${seller.id}` },
    },
  });
});

test('what a seller writes is text, wherever it stands', async () => {
  const texts = { title: `${markup} ${word}`, authors: [markup], description: markup, conditionNote: markup };
  const id = await publishBook(seller.client, {
    ...texts,
    subjects: [markup.slice(0, 100)],
    publisher: markup,
  });
  for (const path of [`/books/${id}`, `/books?q=${word}`, `/sellers/${seller.id}`, '/']) {
    const { html } = await get(path);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toContain('<img src=x');
    expect(html).not.toMatch(/<script>/);
    // The bundle, the answers and what search engines are told: no more, and each as whole as it was.
    expect(html.match(/<script/g)?.length).toBeLessThanOrEqual(3);
    expect(() => JSON.parse(first(html, /id="answers">(.*?)<\/script>/s) ?? '')).not.toThrow();
  }
  const { html } = await get(`/books/${id}`);
  expect(structured(html).name).toBe(texts.title);
});

test('front page, catalogue and seller’s page have their books before any script runs', async () => {
  const title = `La vorágine ${word}`;
  await publishBook(seller.client, { title });
  for (const path of ['/', `/books?q=${encodeURIComponent(title)}`, `/sellers/${seller.id}`]) {
    const { status, html } = await get(path);
    expect(status).toBe(200);
    expect(html).toContain(`>${title}</a>`);
  }
});

test('where nothing is, the status says so, in the language of who asks', async () => {
  for (const path of ['/books/nothing', '/sellers/nothing', '/no/such/page']) {
    const { status, html } = await get(path, { 'accept-language': 'es' });
    expect(status).toBe(404);
    expect(html).toContain('Aquí no hay nada');
    expect(html).toContain('name="robots" content="noindex"');
  }
  const program = await get('/no/such/page', { accept: 'application/json' });
  expect(program.status).toBe(404);
  expect(JSON.parse(program.html).errors[0].message).toContain('There is nothing at GET');
});

test('a page for one reader alone is the shell, whoever asks', async () => {
  const { status, html } = await get('/purchases');
  expect(status).toBe(200);
  expect(html).toContain('<div id="root"></div>');
  expect(html).toContain('name="robots" content="noindex"');
});

test('no page may run or style anything but the shop’s own files', async () => {
  for (const path of ['/', '/books', '/purchases', '/no/such/page']) {
    const { headers, html } = await get(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self';");
    expect(policy).not.toContain('unsafe');
    const elements = html.replaceAll(/(<script[^>]*>).*?(?=<\/script>)/gs, '$1');
    expect(elements).not.toMatch(/<[a-z][^>]* (style|on\w+)=|<style/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('an address cannot have the page name another origin as its own', async () => {
  const { html } = await get('//evil.example/books');
  expect(html).not.toContain('href="http://evil.example');
});

test('search engines are told which pages there are', async () => {
  const id = await publishBook(seller.client);
  const { url } = store.nobody();
  const map = await get('/sitemap.xml');
  expect(map.headers.get('content-type')).toContain('application/xml');
  expect(map.html).toContain(`<loc>${url}/sitemap-pages.xml</loc>`);
  expect(map.html).toContain(`<loc>${url}/sitemap-books.xml</loc>`);
  expect((await get('/sitemap-pages.xml')).html).toContain(`<loc>${url}/books</loc>`);
  expect((await get('/sitemap-books.xml')).html).toContain(`<loc>${url}/books/`);
  const robots = await get('/robots.txt');
  expect(robots.html).toContain(`Sitemap: ${store.nobody().url}/sitemap.xml`);
  expect(robots.html).toContain('Disallow: /purchases');
  expect(robots.html).not.toContain(id);
});
