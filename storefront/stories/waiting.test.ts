import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page, Route } from 'playwright-core';
import { browserTest, openBrowser, type Visit } from '../../testing/browser.ts';
import { browserProgram } from '../../testing/browser-program.ts';
import { inTurn } from '../../testing/figures.ts';
import { lookAt } from '../../testing/look-at.ts';
import { publishBook } from '../../testing/operations.ts';
import { type StoreUser, sharedStore } from '../../testing/use-store.ts';
import { BuyerPage, storyPatience } from './buyer-page.ts';
import { said } from './said.ts';

const offline = 'You seem to be offline. Check your connection, then try again.';
// The address, a question of it, and what is there in the end for somebody who is new.
const pages = [
  ['/purchases', 'PurchasesPage', 'Nothing bought yet'],
  ['/sales', 'SalesPage', 'Nothing here yet.'],
  ['/selling', 'MyBooks', 'You offer no books yet.'],
  ['/income', 'IncomePage', 'You have sold nothing yet.'],
  ['/account', 'AccountPage', 'Delete my account'],
] as const;

let store: StoreUser;
let browser: Browser | undefined;
let visit: (path: string) => Promise<Visit>;

beforeAll(async () => {
  if (!browserProgram()) return;
  store = sharedStore();
  ({ browser, visit } = await openBrowser(store.nobody().url));
}, storyPatience);

afterAll(async () => {
  await browser?.close();
});

/** Holds a page's question, which its address or its body names; answers how to have it, and what is asked again, fail. */
async function hold(page: Page, question: string): Promise<() => Promise<void>> {
  const held: Route[] = [];
  let fails = false;
  await page.route('**/graphql*', route => {
    const request = route.request();
    if (!`${request.url()} ${request.postData() ?? ''}`.includes(question)) return route.fallback();
    if (fails) return route.abort();
    held.push(route);
  });
  return async () => {
    fails = true;
    await Promise.all(held.map(route => route.abort()));
  };
}

const failure = (page: Page) => page.getByRole('alert').filter({ hasText: offline });

browserTest(
  'a book that is waited for has the shape of its page; one that does not come says so, and comes when it is tried again',
  async () => {
    const word = `w${randomUUID().slice(0, 8)}`;
    const title = `Rosario Tijeras ${word}`;
    const bookId = await publishBook(store.person().client, { title });
    // The browser draws this page itself: a link on it is followed without a new page.
    const { page } = await visit('/login');
    await page.getByRole('searchbox').fill(word);
    await page.keyboard.press('Enter');
    const book = page.getByRole('link', { name: title, exact: true }).first();
    await book.waitFor();
    const fail = await hold(page, bookId);
    await book.click();
    const status = page.getByRole('main').getByRole('status').filter({ hasText: 'Loading' });
    await status.waitFor();
    const cover = await page.locator('.book-sheet .cover').boundingBox();
    const lines = await status.boundingBox();
    if (!cover || !lines) throw new Error('Nothing is drawn.');
    expect(lines.x).toBeGreaterThan(cover.x + cover.width);
    expect(cover.height).toBeGreaterThan(cover.width);
    await lookAt(page, 'waiting-book');
    await fail();
    await failure(page).waitFor();
    await lookAt(page, 'failed-book');
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await failure(page).count()).toBe(0);
  },
  storyPatience,
);

browserTest(
  'a page of one’s own shows that it is on its way; where it does not come it says so, and comes when it is tried again',
  async () => {
    const { page } = await visit('/login');
    await new BuyerPage(page, said.en).logIn(await store.register('Ana Ruiz'));
    await page.getByText('Ana Ruiz').first().waitFor();
    for (const [path, question, expected] of inTurn(pages, 2)) {
      const fail = await hold(page, question);
      await page.goto(`${store.nobody().url}${path}`);
      await page.getByRole('main').locator('.skeleton').first().waitFor();
      await fail();
      await failure(page).waitFor();
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByText(expected).first().waitFor();
      expect(await failure(page).count()).toBe(0);
    }
  },
  storyPatience,
);
