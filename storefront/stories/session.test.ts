import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { browserTest, openBrowser } from '../../testing/browser.ts';
import { browserProgram } from '../../testing/browser-program.ts';
import { type StoreUser, sharedStore } from '../../testing/use-store.ts';
import { BuyerPage, storyPatience } from './buyer-page.ts';
import { said } from './said.ts';

const words = said.en;

let store: StoreUser;
let origin: string;
let browser: Browser | undefined;

beforeAll(async () => {
  if (!browserProgram()) return;
  store = sharedStore();
  origin = store.nobody().url;
  ({ browser } = await openBrowser(origin));
}, storyPatience);

afterAll(async () => {
  await browser?.close();
});

/** A browser of its own, with somebody with a new account on the account's page. */
async function signedIn(): Promise<{
  context: BrowserContext;
  buyer: BuyerPage;
  account: { email: string; password: string };
}> {
  if (!browser) throw new Error('There is no browser.');
  const context = await browser.newContext({ locale: 'en' });
  const buyer = new BuyerPage(await context.newPage(), words);
  await buyer.page.goto(`${origin}/account`);
  const account = await buyer.register();
  await buyer.page.waitForURL(`${origin}/account`);
  return { context, buyer, account };
}

browserTest(
  'a session lives over a reload and in other tabs, in a cookie that no script sees; logging out ends it in all tabs',
  async () => {
    const { context, buyer } = await signedIn();
    const [cookie] = (await context.cookies()).filter(({ name }) => name === '__Host-refresh-token');
    expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Strict', path: '/' });
    const seen: string = await buyer.page.evaluate(
      'JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }])',
    );
    expect(seen).not.toContain(cookie?.value);
    expect(seen).not.toMatch(/eyJ/);

    await buyer.page.reload();
    await buyer.page.getByLabel(words.name).waitFor();
    // Tabs that open, and so renew, at the same moment.
    const tabs = await Promise.all(Array.from({ length: 4 }, () => context.newPage()));
    await Promise.all(tabs.map(tab => tab.goto(`${origin}/account`)));
    for (const tab of tabs) await tab.getByLabel(words.name).waitFor();

    await buyer.page.getByText('Ana Ruiz').first().click();
    await buyer.button(words.logOut).click();
    for (const tab of tabs) await tab.waitForURL(/\/login/);
    expect(await context.cookies()).not.toContainEqual(
      expect.objectContaining({ name: '__Host-refresh-token' }),
    );
  },
  storyPatience,
);

browserTest(
  'a session that is ended elsewhere is over here too, and the reader is asked to log in',
  async () => {
    const { buyer, account } = await signedIn();
    if (!browser) throw new Error('There is no browser.');
    const elsewhere = new BuyerPage(await (await browser.newContext({ locale: 'en' })).newPage(), words);
    await elsewhere.page.goto(`${origin}/login?next=/account`);
    await elsewhere.page.getByLabel(words.email).fill(account.email);
    await elsewhere.page.getByLabel(words.password).fill(account.password);
    await elsewhere.button(words.logIn).click();
    await elsewhere.page.getByRole('button', { name: /^End the session: Chrome on Linux/ }).click();
    await elsewhere.page.getByText('The session has ended.').waitFor();
    await buyer.page.reload();
    await buyer.page.waitForURL(/\/login\?next=/);
    await elsewhere.page.reload();
    await elsewhere.page.getByLabel(words.name).waitFor();
  },
  storyPatience,
);

browserTest(
  'a wrong password is told in words; nobody is taken to a strange place after logging in',
  async () => {
    const { email, password } = await store.register('Elena');
    if (!browser) throw new Error('There is no browser.');
    const buyer = new BuyerPage(await (await browser.newContext({ locale: 'en' })).newPage(), words);
    await buyer.page.goto(`${origin}/login?next=${encodeURIComponent('//stranger.example/')}`);
    await buyer.page.getByLabel(words.email).fill(email);
    await buyer.page.getByLabel(words.password).fill('not the right one');
    await buyer.button(words.logIn).click();
    await buyer.page.getByText('The e-mail address or the password is wrong. Check both.').waitFor();
    await buyer.page.getByLabel(words.password).fill(password);
    await buyer.button(words.logIn).click();
    await buyer.page.waitForURL(`${origin}/`);
    await buyer.page.getByText('Elena').waitFor();
  },
  storyPatience,
);

browserTest(
  'where the shop came without encryption, the login says that it needs HTTPS',
  async () => {
    if (!browser) throw new Error('There is no browser.');
    const context = await browser.newContext({ locale: 'en' });
    const page = await context.newPage();
    await context.route('http://shop.example/**', async route => {
      const { pathname, search } = new URL(route.request().url());
      await route.fulfill({ response: await route.fetch({ url: `${origin}${pathname}${search}` }) });
    });
    await page.goto('http://shop.example/login');
    await page.getByText(/Browsers keep a session over HTTPS alone/).waitFor();
    expect(await page.getByLabel(words.password).count()).toBe(0);
  },
  storyPatience,
);

browserTest(
  'a browser that does not keep the cookie, as Safari at localhost: the login says so at once',
  async () => {
    const { email, password } = await store.register('Elena');
    if (!browser) throw new Error('There is no browser.');
    const buyer = new BuyerPage(await (await browser.newContext({ locale: 'en' })).newPage(), words);
    await buyer.page.route('**/graphql', async route => {
      const response = await route.fetch();
      await buyer.page.context().clearCookies();
      const { 'set-cookie': _, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    });
    await buyer.page.goto(`${origin}/login`);
    await buyer.page.getByLabel(words.email).fill(email);
    await buyer.page.getByLabel(words.password).fill(password);
    await buyer.button(words.logIn).click();
    await buyer.page.getByText(/Browsers keep a session over HTTPS alone/).waitFor();
  },
  storyPatience,
);
