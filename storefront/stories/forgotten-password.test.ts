import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { browserTest, openBrowser, type Visit } from '../../testing/browser.ts';
import { browserProgram } from '../../testing/browser-program.ts';
import { MailServer } from '../../testing/mail-server.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { StoreUser } from '../../testing/use-store.ts';

const newPassword = 'another shelf of old books';
// Links in mails lead there; the test goes to the gateway of its own store instead.
const storeUrl = 'https://books.example';

let mails: MailServer;
let running: TestStore | undefined;
let store: StoreUser;
let browser: Browser | undefined;
let visit: (path: string) => Promise<Visit>;

beforeAll(async () => {
  mails = await MailServer.start();
  if (!browserProgram()) return;
  running = await startTestStore('shop_mail', { settings: { SMTP_URL: mails.url, STORE_URL: storeUrl } });
  store = new StoreUser(running.description);
  ({ browser, visit } = await openBrowser(store.nobody().url));
});

afterAll(async () => {
  await browser?.close();
  await running?.stop();
  await mails.stop();
});

const linkOf = (text: string): string =>
  /https:\/\/books\.example(\S+#token=\S+)/.exec(text)?.[1] ?? 'no link in the mail';

browserTest('who forgot the password sets it anew by a mail, and proves the address', async () => {
  const { email } = await store.register();
  const { page, complaints } = await visit('/login');
  await page.getByRole('link', { name: 'Forgotten your password?' }).click();
  // The login, which is shown until the page has come, asks for an address too.
  await page.waitForURL(url => url.pathname === '/forgotten-password');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await page.getByRole('status').filter({ hasText: 'a mail with a link is on its way' }).waitFor();

  const reset = linkOf((await mails.mailTo(email, /reset-password/)).text);
  await page.goto(`${store.nobody().url}${reset}`);
  await page.waitForURL(url => url.hash === '');
  await page.getByLabel('New password').fill('password');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await page.getByText('Too easy to guess').waitFor();
  await page.getByLabel('New password').fill(newPassword);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await page.getByRole('link', { name: 'Log in' }).last().click();
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(newPassword);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.waitForURL(url => url.pathname === '/');

  const verify = linkOf((await mails.mailTo(email, /verify-email/)).text);
  await page.goto(`${store.nobody().url}${verify}`);
  await page.getByRole('button', { name: 'Yes, it is mine' }).click();
  await page.getByRole('heading', { name: 'Thank you: the address is yours' }).waitFor();

  await page.goto(store.nobody().url);
  await page.goto(`${store.nobody().url}${verify}`);
  await page.getByRole('button', { name: 'Yes, it is mine' }).click();
  await page.getByText('This link has ended or was used before').waitFor();
  expect(complaints).toEqual([]);
});
