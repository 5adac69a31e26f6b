import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { browserTest, type Look, openBrowser, type Visit } from '../testing/browser.ts';
import { browserProgram } from '../testing/browser-program.ts';
import { inTurn } from '../testing/figures.ts';
import { tabTo } from '../testing/keyboard.ts';
import { lookAt } from '../testing/look-at.ts';
import { publishBook, purchaseBook } from '../testing/operations.ts';
import { randomIsbn } from '../testing/random-isbn.ts';
import { type RegisteredPerson, type StoreUser, sharedStore } from '../testing/use-store.ts';

const word = `w${randomUUID().slice(0, 8)}`;
const offers = 60;
const isbn = randomIsbn();
const patience = 300_000;

const looks = [
  ['en', 'light'],
  ['es', 'dark'],
] as const;
let store: StoreUser;
let seller: RegisteredPerson;
let bookId: string;
let browser: Browser | undefined;
let visit: (path: string, look?: Look) => Promise<Visit>;

beforeAll(async () => {
  if (!browserProgram()) return;
  store = sharedStore();
  seller = await store.register('Librería Merlín');
  for (let number = 1; number <= offers; number += 1)
    await publishBook(seller.client, {
      title: `Cuentos de ${word}, ${number}`,
      condition: number % 2 ? 'GOOD' : 'FINE',
      price: `${number}.50`,
    });
  bookId = await publishBook(seller.client, {
    title: `Cien años de ${word}`,
    authors: ['Gabriel García Márquez'],
    isbn,
    description: 'Muchos años después, frente al pelotón de fusilamiento …',
    conditionNote: 'Lomo gastado; firma en la portadilla.',
    language: 'es',
    publisher: 'Vintage Español',
    publishedYear: 1967,
    subjects: ['novel', 'Colombia'],
    price: '7.50',
    stock: 2,
  });
  await publishBook(store.person().client, {
    title: `Cien años de ${word}`,
    isbn,
    price: '6.00',
  });
  ({ browser, visit } = await openBrowser(store.nobody().url));
}, patience);

afterAll(async () => {
  await browser?.close();
});

const entries = (page: Page) => page.locator('.book-entry h2 a');
const scrolled = (page: Page): Promise<number> => page.evaluate('Math.round(scrollY)');

browserTest.each(inTurn(looks, looks.length))(
  'in %s, at every width, the public pages fit, can be used by everyone, and complain of nothing',
  async (locale, colorScheme) => {
    const paths = {
      front: '/',
      catalogue: `/books?q=${word}`,
      book: `/books/${bookId}`,
      seller: `/sellers/${seller.id}`,
      'not-found': '/no/such/page',
    };
    for (const [name, path] of Object.entries(paths)) {
      const { page, complaints } = await visit(path, { width: 360, locale, colorScheme });
      await page.locator('h1').waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe(locale);
      await lookAt(page, `public-${locale}-${name}`);
      // The browser itself says that a page was not found.
      expect(complaints.filter(text => name !== 'not-found' || !text.includes('404'))).toEqual([]);
      await page.close();
    }
  },
  patience,
);

browserTest(
  'by keyboard alone: from the front page to a search, a filter, a book, and the way to buy it',
  async () => {
    const { page, complaints } = await visit('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the page');
    await tabTo(page, 'Log in');
    await page.keyboard.press('Tab');
    await page.keyboard.type(`cien anos ${word}`);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/books\?q=cien/);
    await page.getByRole('heading', { level: 1, name: /cien anos/ }).waitFor();
    await page.getByRole('checkbox', { name: /^Good/ }).waitFor();
    await tabTo(page, /^Good/);
    await page.keyboard.press('Space');
    await page.waitForURL(/condition=GOOD/);
    await tabTo(page, `Cien años de ${word}`);
    await page.keyboard.press('Enter');
    await page.getByText('Buy this book').waitFor();
    await tabTo(page, 'Buy this book');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/(buy\/|login)/);
    expect(complaints).toEqual([]);
  },
  patience,
);

browserTest(
  'the catalogue is searched as one types, and the back button finds it as it was left',
  async () => {
    const { page, complaints } = await visit('/books');
    await page.getByRole('searchbox').pressSequentially(`cuentos ${word}`, { delay: 30 });
    await page.waitForURL(new RegExp(`q=cuentos\\+${word}`));
    await page.getByText(`${offers} books`).waitFor();
    await page.getByRole('checkbox', { name: /^Fine 30/ }).check();
    await page.waitForURL(/condition=FINE/);
    await page.getByText('30 books').waitFor();
    // The other grade says how many there would be with it.
    await page.getByRole('checkbox', { name: /^Good 30/ }).waitFor();
    await page.getByLabel('Sort by').selectOption('Cheapest first');
    await page.waitForURL(/sort=PRICE_ASC/);
    await page.locator('.book-entry:first-child', { hasText: new RegExp(`${word}, 2\\D`) }).waitFor();
    expect(await entries(page).count()).toBe(24);

    await page.getByRole('link', { name: 'Show more' }).click();
    await entries(page).nth(29).waitFor();
    const last = page.getByRole('link', { name: `Cuentos de ${word}, 60`, exact: true });
    await last.scrollIntoViewIfNeeded();
    const left = await scrolled(page);
    expect(left).toBeGreaterThan(500);
    await last.click();
    await page.getByRole('heading', { level: 1, name: `Cuentos de ${word}, 60` }).waitFor();
    expect(await scrolled(page)).toBe(0);
    await page.goBack();
    await last.waitFor();
    expect(await entries(page).count()).toBe(30);
    await page.waitForFunction(`Math.abs(scrollY - ${left}) < 3`);

    await page.reload();
    await entries(page).nth(29).waitFor();
    await page.waitForFunction(`Math.abs(scrollY - ${left}) < 100`);
    expect(complaints).toEqual([]);
  },
  patience,
);

browserTest(
  'on a narrow screen the filters fold away, and unfold by their button, which says how many are chosen',
  async () => {
    const { page, complaints } = await visit(`/books?q=${word}`, { width: 360 });
    const fold = page.getByRole('button', { name: /^Narrow down/ });
    const fine = page.getByRole('checkbox', { name: /^Fine/ });
    await fold.waitFor();
    expect(await fine.isVisible()).toBe(false);
    expect(await fold.getAttribute('aria-expanded')).toBe('false');
    // Drawn by the server: the button works as soon as the script runs.
    for (const deadline = Date.now() + patience; Date.now() < deadline && !(await fine.isVisible()); ) {
      await fold.click();
      await page.waitForTimeout(200);
    }
    expect(await fold.getAttribute('aria-expanded')).toBe('true');
    await lookAt(page, 'public-filters-unfolded');
    await fine.check();
    await page.waitForURL(/condition=FINE/);
    await page.getByText('30 books').waitFor();
    await page.getByRole('button', { name: 'Narrow down (1)' }).click();
    await fine.waitFor({ state: 'hidden' });
    expect(complaints).toEqual([]);
  },
  patience,
);

browserTest(
  'filters that are chosen in the same moment, while words are being typed, are all kept',
  async () => {
    const { page, complaints } = await visit('/books');
    await page.getByRole('checkbox', { name: /^Fine/ }).waitFor();
    await page.getByRole('searchbox').fill(`cuentos ${word}`);
    await page.evaluate(`for (const label of document.querySelectorAll('.facet-value'))
        if (/^(Fine|Good)/.test(label.textContent)) label.querySelector('input').click();`);
    await page.waitForURL(
      ({ searchParams }) =>
        searchParams.getAll('condition').length === 2 && searchParams.get('q') === `cuentos ${word}`,
    );
    await page.getByText(`${offers} books`).waitFor();
    expect(complaints).toEqual([]);
  },
  patience,
);

browserTest(
  'a book’s page shows its offer as it is now, without reload, and what delivery costs',
  async () => {
    const { page, complaints } = await visit(`/books/${bookId}`, { locale: 'es-CO' });
    await page.getByText('2 ejemplares').waitFor();
    await page.getByText('Lomo gastado').waitFor();
    await page.getByText('Gastado, con').or(page.getByText('El libro usado de siempre')).waitFor();
    // Colombia, since the browser says so.
    await page.getByText('Servientrega').waitFor();
    await page.getByLabel('Enviar a').selectOption({ label: 'Japón' });
    await page.getByText('Servientrega').waitFor({ state: 'hidden' });
    await page.getByText('DHL').waitFor();
    await page.getByRole('heading', { name: '1 oferta más de la misma edición' }).waitFor();

    const buyer = await store.register();
    expect((await purchaseBook(buyer.client, { bookId })).userErrors).toEqual([]);
    const offer = page.locator('.offer');
    await offer.getByText('Último ejemplar').waitFor();
    expect((await purchaseBook(buyer.client, { bookId })).userErrors).toEqual([]);
    await offer.getByText('Agotado').waitFor();
    expect(await page.getByRole('link', { name: 'Comprar este libro' }).count()).toBe(0);
    expect(complaints).toEqual([]);
  },
  patience,
);

browserTest(
  'the language is the browser’s until the reader chooses, and the network’s state is told',
  async () => {
    const { page, complaints } = await visit('/books', { locale: 'es' });
    await page.getByRole('heading', { level: 1, name: 'Catálogo' }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Catalogue' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Catalogue' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.context().setOffline(true);
    await page.getByText('You are offline').waitFor();
    await page.context().setOffline(false);
    await page.getByText('You are offline').waitFor({ state: 'hidden' });
    expect(complaints).toEqual([]);
  },
  patience,
);

browserTest(
  'a page’s operation opens in the playground, and runs there',
  async () => {
    const { page, complaints } = await visit(`/books/${bookId}`);
    await page.getByRole('link', { name: 'See the GraphQL' }).click();
    const run = page.getByRole('button', { name: /execute/i });
    await run.waitFor();
    await page.locator('.view-line', { hasText: 'BookPage' }).waitFor();
    await page.waitForTimeout(500);
    const answered = page.waitForResponse(
      response => response.url().endsWith('/graphql') && /BookPage/.test(response.request().postData() ?? ''),
    );
    await run.click();
    expect(JSON.parse(await (await answered).text()).data.book.id).toBe(bookId);
    expect(complaints).toEqual([]);
  },
  patience,
);
