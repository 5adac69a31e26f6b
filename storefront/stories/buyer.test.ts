import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { browserTest, type Look, openBrowser, type Visit } from '../../testing/browser.ts';
import { browserProgram } from '../../testing/browser-program.ts';
import { inTurn } from '../../testing/figures.ts';
import { tabTo } from '../../testing/keyboard.ts';
import { lookAt } from '../../testing/look-at.ts';
import { publishBook, shipPurchase } from '../../testing/operations.ts';
import { type RegisteredPerson, type StoreUser, sharedStore } from '../../testing/use-store.ts';
import { BuyerPage, storyPatience } from './buyer-page.ts';
import { said } from './said.ts';

const looks = [
  ['es', 'light', 360],
  ['en', 'dark', 1440],
] as const;
let store: StoreUser;
let seller: RegisteredPerson;
let browser: Browser | undefined;
let visit: (path: string, look?: Look) => Promise<Visit>;

beforeAll(async () => {
  if (!browserProgram()) return;
  store = sharedStore();
  seller = await store.register('Librería Merlín');
  ({ browser, visit } = await openBrowser(store.nobody().url));
}, storyPatience);

afterAll(async () => {
  await browser?.close();
});

browserTest.each(inTurn(looks, looks.length))(
  'a buyer in %s, %s, %i pixels wide: from a book to its arrival, with a new account, left unpaid for a while, a declined card and a slow one',
  async (locale, colorScheme, width) => {
    const words = said[locale];
    const bookId = await publishBook(seller.client, { title: 'La vorágine', stock: 2 });
    const { page, complaints } = await visit(`/books/${bookId}`, { locale, colorScheme, width });
    const buyer = new BuyerPage(page, words);
    const shown = (step: string) => lookAt(page, `buyer-${locale}-${step}`);

    await page.getByRole('link', { name: words.buy }).click();
    await page.waitForURL(/\/login\?next=/);
    await shown('1-login');
    const { email, password } = await buyer.register();
    await buyer.button(words.reserve).waitFor();
    await shown('2-reserve');
    await buyer.button(words.reserve).click();
    await buyer.heading(words.reserved).waitFor();
    await page.getByLabel(words.country, { exact: true }).selectOption('CO');
    await page.getByRole('radio').first().waitFor();
    await shown('3-delivery');
    await buyer.chooseDelivery();

    await buyer.button(words.pay).waitFor();
    // Left before it is paid: among the purchases it tells how long the copy is kept, and leads back.
    await page.getByText('Ana Ruiz').first().click();
    await page.getByRole('link', { name: words.purchases }).click();
    const unpaid = page.getByRole('listitem').filter({ hasText: 'La vorágine' });
    expect(await unpaid.getByRole('timer').textContent()).toMatch(/^\d+:\d\d/);
    await shown('4-unpaid');
    await unpaid.getByRole('link', { name: 'La vorágine' }).click();

    await buyer.button(words.pay).waitFor();
    await page.getByLabel(words.thisPayment).selectOption({ label: words.declined });
    await buyer.button(words.pay).click();
    await page.getByText(words.wasDeclined).waitFor();
    await shown('5-declined');
    await page.getByLabel(words.thisPayment).selectOption({ label: words.slow });
    await buyer.button(words.pay).click();
    // A machine that is slow itself may show the end at once.
    await page.getByText(words.settling).or(buyer.heading(words.paid)).first().waitFor();
    await buyer.heading(words.paid).waitFor();
    await shown('6-paid');

    const purchaseId = await buyer.purchaseId();
    expect((await shipPurchase(seller.client, { purchaseId })).userErrors).toEqual([]);
    // Without a reload.
    await buyer.heading(words.onItsWay).waitFor();
    await shown('7-shipped');
    await buyer.button(words.arrived).click();
    const steps = page.locator('ol.timeline strong');
    await steps.filter({ hasText: words.delivered }).waitFor();
    expect(await steps.allTextContents()).toEqual(words.timeline);
    await shown('8-delivered');

    await page.getByText('Ana Ruiz').first().click();
    await page.getByRole('link', { name: words.purchases }).click();
    await page.waitForURL(/\/purchases$/);
    await page.getByRole('listitem').getByRole('link', { name: 'La vorágine' }).waitFor();
    await shown('9-purchases');
    await page.getByText('Ana Ruiz').first().click();
    await page.getByRole('link', { name: words.account, exact: true }).click();
    await page.getByLabel(words.name, { exact: true }).waitFor();
    await shown('10-account');
    await page.getByText('Ana Ruiz').first().click();
    await buyer.button(words.logOut).click();
    await page.waitForURL(/\/$/);
    await page.getByRole('link', { name: words.logIn }).click();
    await page.getByLabel(words.email).fill(email);
    await page.getByLabel(words.password).fill(password);
    await buyer.button(words.logIn).click();
    await page.getByText('Ana Ruiz').waitFor();
    expect(complaints).toEqual([]);
  },
  storyPatience,
);

browserTest(
  'a buyer calls a purchase off before paying it, and the copy is for sale again',
  async () => {
    const bookId = await publishBook(seller.client, { title: 'María' });
    const { page, complaints } = await visit('/');
    const buyer = new BuyerPage(page, said.en);
    await buyer.toReservation(store.nobody().url, bookId);
    await buyer.button(said.en.reserve).click();
    await buyer.button(said.en.cancel).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Wrong edition');
    await page.getByRole('dialog').getByRole('button', { name: said.en.cancel }).click();
    await buyer.heading(said.en.cancelled).waitFor();
    await page.getByText('Called off by the buyer: Wrong edition').waitFor();
    await page.goto(`${store.nobody().url}/books/${bookId}`);
    await page.getByRole('link', { name: said.en.buy }).waitFor();
    expect(complaints).toEqual([]);
  },
  storyPatience,
);

browserTest(
  'by keyboard alone: from the login to a paid book, and to its arrival',
  async () => {
    const bookId = await publishBook(seller.client, { title: 'El alférez real' });
    const { email, password } = await store.register('Elena');
    const { page, complaints } = await visit(`/buy/${bookId}`);
    const { keyboard } = page;
    await page.getByLabel(said.en.email).waitFor();
    await tabTo(page, said.en.email);
    await keyboard.type(email);
    await tabTo(page, said.en.password);
    await keyboard.type(password);
    await keyboard.press('Enter');
    await page.getByText(said.en.reserve).waitFor();
    await tabTo(page, said.en.reserve);
    await keyboard.press('Enter');
    await page.getByLabel(said.en.country).waitFor();
    await tabTo(page, said.en.country);
    await keyboard.type('Colom');
    await tabTo(page, said.en.recipient);
    await keyboard.type('Elena');
    await tabTo(page, said.en.street);
    await keyboard.type('Calle 1');
    await tabTo(page, said.en.city);
    await keyboard.type('Cali');
    await page.getByRole('radio').first().waitFor();
    await tabTo(page, said.en.goOn);
    await keyboard.press('Enter');
    await page.getByLabel(said.en.thisPayment).waitFor();
    await tabTo(page, /^Pay \$/);
    await keyboard.press('Enter');
    const buyer = new BuyerPage(page, said.en);
    await buyer.heading(said.en.paid).waitFor();
    const purchaseId = await buyer.purchaseId();
    expect((await shipPurchase(seller.client, { purchaseId })).userErrors).toEqual([]);
    await buyer.heading(said.en.onItsWay).waitFor();
    await tabTo(page, said.en.arrived);
    await keyboard.press('Enter');
    await buyer.heading(said.en.arrived).waitFor();
    expect(complaints).toEqual([]);
  },
  storyPatience,
);
