import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { browserTest, openBrowser } from '../../testing/browser.ts';
import { browserProgram } from '../../testing/browser-program.ts';
import { publishBook } from '../../testing/operations.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { StoreUser } from '../../testing/use-store.ts';
import { BuyerPage, storyPatience } from './buyer-page.ts';
import { said } from './said.ts';

const words = said.en;
const title = 'Pedro Páramo';

let running: TestStore | undefined;
let store: StoreUser;
let browser: Browser | undefined;

beforeAll(async () => {
  if (!browserProgram()) return;
  running = await startTestStore('shop_no_auth');
  store = new StoreUser(running.description);
  await publishBook(store.person().client, { title, stock: 3 });
  ({ browser } = await openBrowser(store.nobody().url));
}, storyPatience);

afterAll(async () => {
  await browser?.close();
  await running?.stop();
});

browserTest(
  'while nobody can be signed in, who is stays so, is told, and sees what everyone may; it goes on by itself',
  async () => {
    if (!browser || !running) throw new Error('There is no browser.');
    const auth = running.process('auth');
    const context = await browser.newContext({ locale: 'en' });
    const buyer = new BuyerPage(await context.newPage(), words);
    const { page } = buyer;
    const origin = store.nobody().url;
    await page.goto(`${origin}/account`);
    await buyer.register();
    await page.waitForURL(`${origin}/account`);
    await page.getByLabel(words.name).waitFor();

    await auth.stop();
    // The access token is in the memory of the page alone: this one has to renew it.
    await page.reload();
    const notice = page.getByText(/Nobody can be signed in at the moment/);
    await notice.waitFor();
    expect(new URL(page.url()).pathname).toBe('/account');
    expect(await page.getByText('Ana Ruiz').count()).toBeGreaterThan(0);

    await page.getByRole('link', { name: 'Catalogue' }).first().click();
    await page.getByText(title).first().waitFor();
    await page.goBack();
    await notice.waitFor();

    auth.start();
    await auth.ready();
    await page.getByLabel(words.name).waitFor();
    expect(await notice.count()).toBe(0);
  },
  storyPatience,
);
