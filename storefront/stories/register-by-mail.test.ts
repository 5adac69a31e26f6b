import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { browserTest, openBrowser, type Visit } from '../../testing/browser.ts';
import { browserProgram } from '../../testing/browser-program.ts';
import { MailServer } from '../../testing/mail-server.ts';
import { startTestStore, type TestStore } from '../../testing/test-store.ts';
import { StoreUser } from '../../testing/use-store.ts';

const password = 'a quiet shelf of old books';

let mails: MailServer;
let running: TestStore | undefined;
let store: StoreUser;
let browser: Browser | undefined;
let visit: (path: string) => Promise<Visit>;

beforeAll(async () => {
  mails = await MailServer.start();
  if (!browserProgram()) return;
  const settings = {
    SMTP_URL: mails.url,
    STORE_URL: 'https://books.example',
    REGISTRATION_BY_MAIL: 'true',
    ONLY_PERSISTED_OPERATIONS: 'true',
  };
  running = await startTestStore('shop_register', { settings });
  store = new StoreUser(running.description);
  ({ browser, visit } = await openBrowser(store.nobody().url));
});

afterAll(async () => {
  await browser?.close();
  await running?.stop();
  await mails.stop();
});

browserTest(
  'who registers at a store that sends mail opens a link and logs in, where the gateway takes the shop’s operations alone',
  async () => {
    const email = `${randomUUID()}@reader.example`;
    const { page, complaints } = await visit('/register');
    const register = async () => {
      await page.getByLabel('Name').fill('Ana');
      await page.getByLabel('E-mail address').fill(email);
      await page.getByLabel('Password', { exact: true }).fill(password);
      await page.getByRole('button', { name: 'Make an account' }).click();
      await page.getByRole('heading', { name: 'Look at your mail' }).waitFor();
    };
    await register();
    const { text } = await mails.mailTo(email, /verify-email#token=/);
    const link = /https:\/\/books\.example(\S+#token=\S+)/.exec(text)?.[1] ?? 'no link in the mail';
    await page.goto(`${store.nobody().url}${link}`);
    await page.getByRole('button', { name: 'Yes, it is mine' }).click();
    await page.getByRole('heading', { name: 'Thank you: the address is yours' }).waitFor();

    await page.goto(`${store.nobody().url}/register`);
    await register();
    await mails.mailTo(email, /has one already/);

    await page.goto(`${store.nobody().url}/login`);
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.waitForURL(url => url.pathname === '/');
    expect(complaints).toEqual([]);
  },
);
