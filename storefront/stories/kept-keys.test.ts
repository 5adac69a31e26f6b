import { beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { browserTest, sharedBrowser } from '../../testing/browser.ts';
import { publishBook, soundBook } from '../../testing/operations.ts';
import type { RegisteredPerson } from '../../testing/use-store.ts';
import { BuyerPage, stepPatience, storyPatience } from './buyer-page.ts';
import { loseAnswers } from './lose-answers.ts';
import { said } from './said.ts';
import { sellerSaid } from './seller-said.ts';

const words = said.en;
const sellerWords = sellerSaid.en;

const { store, origin, newContext } = sharedBrowser(storyPatience);
let seller: RegisteredPerson;

beforeAll(async () => {
  seller = await store.register('Librería Merlín');
}, storyPatience);

const newPage = async (): Promise<Page> => (await newContext()).newPage();

const idsOf = async (statement: string, id: string): Promise<string[]> =>
  (await store.rows<{ id: string }>('purchase', statement, [id])).map(row => row.id);

const purchasesOf = (bookId: string) =>
  idsOf(
    'SELECT p.id FROM purchase p JOIN purchase_line l ON l.purchase_id = p.id WHERE l.book_id = ?',
    bookId,
  );
const declinedOf = (purchaseId: string) =>
  idsOf(`SELECT id FROM payment WHERE purchase_id = ? AND status = 'DECLINED'`, purchaseId);

/** Waits until the store has done something; answers its ids. */
async function done(page: Page, ids: () => Promise<string[]>): Promise<string[]> {
  const deadline = Date.now() + stepPatience;
  for (;;) {
    const found = await ids();
    if (found.length > 0) return found;
    if (Date.now() > deadline) throw new Error('the store was not asked');
    await page.waitForTimeout(100);
  }
}

/** The page is loaded anew over a connection that is back: not before the page is gone, which would ask again by itself. */
async function beginAnew(page: Page): Promise<void> {
  const url = page.url();
  await page.goto('about:blank');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.goto(url);
}

browserTest(
  'an answer is lost and the page loaded anew: asked again, it is the same purchase, and the same payment',
  async () => {
    const bookId = await publishBook(seller.client, { stock: 9 });
    const buyer = new BuyerPage(await newPage(), words);
    const { page } = buyer;
    await buyer.toReservation(origin, bookId);

    await loseAnswers(page, 'PurchaseBook', Number.POSITIVE_INFINITY);
    await buyer.button(words.reserve).click();
    const [purchaseId = ''] = await done(page, () => purchasesOf(bookId));
    await beginAnew(page);
    // Even who passes by what the page says of it.
    await buyer.button(words.another).click();
    await buyer.button(words.again).click();
    await buyer.heading(words.reserved).waitFor();
    expect(await purchasesOf(bookId)).toEqual([purchaseId]);

    await buyer.chooseDelivery();
    await page.getByLabel(words.thisPayment).selectOption({ label: words.declined });
    await loseAnswers(page, 'PayPurchase', Number.POSITIVE_INFINITY);
    await buyer.button(words.pay).click();
    const declined = await done(page, () => declinedOf(purchaseId));
    await beginAnew(page);
    await buyer.button(words.again).click();
    await page.getByText(words.wasDeclined).waitFor();
    expect(await declinedOf(purchaseId)).toEqual(declined);
  },
  storyPatience,
);

browserTest(
  'who comes back to a book by links, without a reload, is told that it is reserved already',
  async () => {
    const bookId = await publishBook(seller.client, { stock: 9 });
    const buyer = new BuyerPage(await newPage(), words);
    const { page } = buyer;
    await page.goto(`${origin}/books/${bookId}`);
    await page.getByRole('link', { name: words.buy }).click();
    await buyer.register();
    await buyer.button(words.reserve).click();
    await buyer.heading(words.reserved).waitFor();
    await page.getByRole('complementary').getByRole('link', { name: soundBook.title }).click();
    await page.getByRole('link', { name: words.buy }).click();
    await page.getByText(words.already).waitFor();
    expect(await buyer.button(words.reserve).count()).toBe(0);
    expect(await purchasesOf(bookId)).toHaveLength(1);
  },
  storyPatience,
);

browserTest(
  'a book that is changed after its answer was lost: its seller is told that it is for sale, as it was',
  async () => {
    const { id, email, password } = await store.register('Elisa');
    const page = await newPage();
    page.setDefaultTimeout(stepPatience);
    const field = (name: string) => page.getByLabel(name, { exact: true });
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await page.goto(`${origin}/selling/new`);
    await field(sellerWords.email).fill(email);
    await field(sellerWords.password).fill(password);
    await button(sellerWords.logIn).click();
    await field(sellerWords.title).fill('La hojarasca');
    await field(sellerWords.authors).fill('Gabriel García Márquez');
    await field(sellerWords.price).fill('7.25');
    await loseAnswers(page, 'PublishBook(', 1);
    await button(sellerWords.publish).click();
    await page.getByText(sellerWords.offline).waitFor();
    await field(sellerWords.price).fill('8.25');
    await button(sellerWords.publish).click();
    await page.getByText(sellerWords.wasPublished).waitFor();
    const books = await store.rows('catalog', 'SELECT price FROM book WHERE seller_id = ?', [id]);
    expect(books).toEqual([{ price: 725 }]);
  },
  storyPatience,
);
