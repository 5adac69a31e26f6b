import { beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { browserTest, sharedBrowser } from '../../testing/browser.ts';
import {
  confirmDelivery,
  payPurchase,
  publishBook,
  purchaseBook,
  shipPurchase,
  soundDelivery,
} from '../../testing/operations.ts';
import { administrator } from '../../testing/test-store.ts';
import type { RegisteredPerson } from '../../testing/use-store.ts';
import { BuyerPage, storyPatience } from './buyer-page.ts';
import { said } from './said.ts';

const words = said.en;

const { store, visit } = sharedBrowser(storyPatience);
let seller: RegisteredPerson;

beforeAll(async () => {
  seller = await store.register('Librería Merlín');
});

/** A page of somebody's. */
async function pageOf(path: string, account: { email: string; password: string }): Promise<Page> {
  const { page } = await visit(path);
  await new BuyerPage(page, words).logIn(account);
  return page;
}

/** As when the page is seen again: it asks at once what it else asks by the clock. */
const seeAgain = (page: Page): Promise<void> =>
  page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");

/** Has a page without network ask anew, and waits until that has failed and whatever comes of it is drawn. */
async function loseQuestion(page: Page, question: string): Promise<void> {
  await page.context().setOffline(true);
  const isLost = page.waitForEvent('requestfailed', request =>
    `${request.url()} ${request.postData() ?? ''}`.includes(question),
  );
  await seeAgain(page);
  await isLost;
  await page.waitForTimeout(1_000);
  expect(await page.locator('.failure[role="alert"]').count()).toBe(0);
}

/** The network is back: the page asks by itself. */
const findNetwork = (page: Page): Promise<void> => page.context().setOffline(false);

/** Somebody buys a book and pays it; answers the purchase's id. */
async function buy(bookId: string, buyer: RegisteredPerson): Promise<string> {
  const delivery = await soundDelivery(buyer.client);
  const { purchase } = await purchaseBook(buyer.client, { bookId, delivery });
  const purchaseId = purchase?.id ?? '';
  expect((await payPurchase(buyer.client, { purchaseId })).userErrors).toEqual([]);
  return purchaseId;
}

browserTest(
  'a sale whose question is lost keeps what is written there, and goes on; so does the list of sales',
  async () => {
    const bookId = await publishBook(seller.client, { title: 'Pedro Páramo' });
    const buyer = await store.register('Ana Ruiz');
    const purchaseId = await buy(bookId, buyer);
    const page = await pageOf(`/sales/${purchaseId}`, seller);
    const tracking = page.getByLabel('Tracking number (optional)');
    await tracking.fill('SERV-1955');
    await loseQuestion(page, 'SalePage');
    expect(await tracking.inputValue()).toBe('SERV-1955');
    const isAnswered = page.waitForResponse(response =>
      Boolean(response.request().postData()?.includes('SalePage')),
    );
    await findNetwork(page);
    await isAnswered;
    expect(await tracking.inputValue()).toBe('SERV-1955');
    await page.getByRole('button', { name: 'It is sent' }).click();
    await page.getByText('It is on its way. The buyer says when it arrives.').waitFor();
    await page.getByText('SERV-1955').first().waitFor();

    await page.goto(`${store.nobody().url}/sales`);
    const entry = page.getByRole('listitem').filter({ hasText: 'Pedro Páramo' });
    await entry.getByText('On its way').waitFor();
    await loseQuestion(page, 'SalesPage');
    expect(await entry.getByText('On its way').count()).toBe(1);
    expect((await confirmDelivery(buyer.client, { purchaseId })).userErrors).toEqual([]);
    await findNetwork(page);
    await entry.getByText('Delivered').waitFor();
  },
  storyPatience,
);

browserTest(
  'a purchase whose question is lost stands where it stood, and goes on; so does the list of purchases',
  async () => {
    const bookId = await publishBook(seller.client, { title: 'El llano en llamas' });
    const buyer = await store.register('Ana Ruiz');
    const purchaseId = await buy(bookId, buyer);
    const page = await pageOf(`/purchases/${purchaseId}`, buyer);
    const heading = (name: string) => page.getByRole('heading', { name, exact: true });
    await heading(words.paid).waitFor();
    expect((await shipPurchase(seller.client, { purchaseId })).userErrors).toEqual([]);
    await seeAgain(page);
    await heading(words.onItsWay).waitFor();
    await loseQuestion(page, 'PurchaseNow');
    expect(await heading(words.onItsWay).count()).toBe(1);
    expect((await confirmDelivery(buyer.client, { purchaseId })).userErrors).toEqual([]);
    await findNetwork(page);
    await heading(words.arrived).waitFor();

    await page.goto(`${store.nobody().url}/purchases`);
    const entry = page.getByRole('listitem').filter({ hasText: 'El llano en llamas' });
    await entry.getByText('Delivered').waitFor();
    await loseQuestion(page, 'PurchasesPage');
    expect(await entry.getByText('Delivered').count()).toBe(1);
  },
  storyPatience,
);

browserTest(
  'a book that is sold out by now is not for sale again since a question was lost, but when there is a copy',
  async () => {
    const bookId = await publishBook(seller.client, { title: 'Aura', stock: 1 });
    const { page } = await visit(`/books/${bookId}`);
    const offer = page.locator('.offer');
    const toBuy = page.getByRole('link', { name: words.buy });
    await toBuy.waitFor();
    await buy(bookId, await store.register('Ana Ruiz'));
    await seeAgain(page);
    await offer.getByText('Sold out', { exact: true }).waitFor();
    await loseQuestion(page, bookId);
    expect(await offer.getByText('Sold out', { exact: true }).count()).toBe(1);
    expect(await toBuy.count()).toBe(0);
    await seller.client.ask(
      'mutation($input: UpdateBookInput!) { updateBook(input: $input) { book { id } } }',
      { input: { bookId, stock: 3 } },
    );
    await findNetwork(page);
    await offer.getByText('3 copies').waitFor();
    await toBuy.waitFor();
  },
  storyPatience,
);

browserTest(
  'a store of which a part is away for a moment is not one that has nothing',
  async () => {
    const bookId = await publishBook(seller.client, { title: 'Confabulario' });
    const purchaseId = await buy(bookId, await store.register('Ana Ruiz'));
    const page = await pageOf(`/sales/${purchaseId}`, seller);
    const tracking = page.getByLabel('Tracking number (optional)');
    await tracking.fill('SERV-1952');
    await page.route('**/graphql', route => {
      if (!route.request().postData()?.includes('SalePage')) return route.fallback();
      const errors = [{ message: 'It is away.', extensions: { code: 'SERVICE_UNAVAILABLE' } }];
      return route.fulfill({ json: { data: { purchase: null }, errors } });
    });
    const isAnswered = page.waitForResponse(response =>
      Boolean(response.request().postData()?.includes('SalePage')),
    );
    await seeAgain(page);
    await isAnswered;
    await page.waitForTimeout(1_000);
    expect(await tracking.inputValue()).toBe('SERV-1952');
  },
  storyPatience,
);

browserTest(
  'what the oracle found stays in sight when the question for it is lost',
  async () => {
    const page = await pageOf('/admin/invariants', administrator);
    const found = page.getByRole('status').filter({ hasText: /[Tt]he (store|oracle)/ });
    await found.first().waitFor();
    await loseQuestion(page, 'AdminInvariants');
    expect(await found.count()).toBe(1);
  },
  storyPatience,
);
