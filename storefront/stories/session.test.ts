import { expect } from '@jest/globals';
import type { BrowserContext } from 'playwright-core';
import { browserTest, sharedBrowser } from '../../testing/browser.ts';
import { BuyerPage, storyPatience } from './buyer-page.ts';
import { said } from './said.ts';

const words = said.en;
const { store, origin, newContext } = sharedBrowser(storyPatience);

/** A browser of its own, with somebody with a new account on the account's page. */
async function signedIn(): Promise<{
  context: BrowserContext;
  buyer: BuyerPage;
  account: { email: string; password: string };
}> {
  const context = await newContext();
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
  'the menu that a reader opens while the page after the login is on its way stays open; its links and going back close it',
  async () => {
    const account = await store.register('Elena');
    const buyer = new BuyerPage(await (await newContext()).newPage(), words);
    const { page } = buyer;
    await page.goto(`${origin}/login?next=/sales`);
    const mayCome = Promise.withResolvers<void>();
    await page.route('**/*.js', async route => {
      await mayCome.promise;
      await route.continue();
    });
    await buyer.logIn(account);
    const open = page.getByText('Elena').first();
    const logOut = buyer.button(words.logOut);
    await open.click();
    await logOut.waitFor();
    expect(page.url()).toMatch(/\/login/);
    mayCome.resolve();
    await page.waitForURL(`${origin}/sales`);
    await buyer.heading('Your sales').waitFor();
    expect(await logOut.isVisible()).toBe(true);

    await page.getByRole('link', { name: 'My books' }).click();
    await logOut.waitFor({ state: 'hidden' });
    await page.waitForURL(`${origin}/selling`);
    await page.waitForFunction('document.activeElement.id === "page"');
    await open.click();
    await logOut.waitFor();
    await page.goBack();
    await logOut.waitFor({ state: 'hidden' });
    expect(page.url()).toBe(`${origin}/sales`);

    await page.getByLabel('Show', { exact: true }).selectOption('PAID');
    await page.waitForURL(/status=PAID/);
    await open.click();
    await logOut.waitFor();
    await page.goBack();
    await logOut.waitFor({ state: 'hidden' });
    expect(page.url()).toBe(`${origin}/sales`);
  },
  storyPatience,
);

browserTest(
  'a session that is ended elsewhere is over here too, and the reader is asked to log in',
  async () => {
    const { buyer, account } = await signedIn();
    const elsewhere = new BuyerPage(await (await newContext()).newPage(), words);
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
    const buyer = new BuyerPage(await (await newContext()).newPage(), words);
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
    const context = await newContext();
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
    const buyer = new BuyerPage(await (await newContext()).newPage(), words);
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
