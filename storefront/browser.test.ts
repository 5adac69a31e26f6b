import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { browserTest, openBrowser, type Visit } from '../testing/browser.ts';
import { browserProgram } from '../testing/browser-program.ts';
import { publishBook } from '../testing/operations.ts';
import { type StoreUser, sharedStore } from '../testing/use-store.ts';

let store: StoreUser;
let browser: Browser | undefined;
let visit: (path: string) => Promise<Visit>;

beforeAll(async () => {
  if (!browserProgram()) return;
  store = sharedStore();
  ({ browser, visit } = await openBrowser(store.nobody().url));
});

afterAll(async () => {
  await browser?.close();
});

browserTest('the front page shows what is new, finds books, and complains of nothing', async () => {
  const word = `w${randomUUID().slice(0, 8)}`;
  const seller = await store.register('Librería Merlín');
  await publishBook(seller.client, {
    title: `Cien años de ${word}`,
    authors: ['Gabriel García Márquez'],
    price: '7.50',
  });
  const { page, complaints } = await visit('/');
  await page.getByRole('heading', { name: `Cien años de ${word}` }).waitFor();
  await page.getByRole('searchbox').fill(`garcia marquez ${word}`);
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=/);
  const found = page.getByRole('listitem').filter({ hasText: word });
  await found.waitFor();
  expect(await found.textContent()).toMatch(/García Márquez[\s\S]*\$7\.50[\s\S]*1 copy left/);
  expect(complaints).toEqual([]);
});

browserTest('what a seller writes is text on the page, never markup', async () => {
  const word = `w${randomUUID().slice(0, 8)}`;
  await publishBook(store.person().client, { title: `<img src=x onerror=alert(1)> ${word}` });
  const { page, complaints } = await visit(`/?q=${word}`);
  await page.getByRole('heading', { name: `<img src=x onerror=alert(1)> ${word}` }).waitFor();
  // The account of this seller does not exist, which is no reason to show nothing.
  expect(complaints).toEqual([]);
});
