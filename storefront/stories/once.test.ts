import { beforeAll, expect } from '@jest/globals';
import { browserTest, sharedBrowser } from '../../testing/browser.ts';
import { publishBook } from '../../testing/operations.ts';
import type { RegisteredPerson } from '../../testing/use-store.ts';
import { BuyerPage, storyPatience } from './buyer-page.ts';
import { loseAnswers } from './lose-answers.ts';
import { said } from './said.ts';

const { store, origin, newContext } = sharedBrowser(storyPatience);
let seller: RegisteredPerson;

beforeAll(async () => {
  seller = await store.register('Librería Merlín');
}, storyPatience);

/** Somebody with a new account, before the button that reserves the book. */
async function buyerOf(bookId: string): Promise<BuyerPage> {
  const buyer = new BuyerPage(await (await newContext()).newPage(), said.en);
  await buyer.toReservation(origin, bookId);
  return buyer;
}

const purchasesOf = async (bookId: string): Promise<string[]> => {
  const statement =
    'SELECT p.id FROM purchase p JOIN purchase_line l ON l.purchase_id = p.id WHERE l.book_id = ?';
  return (await store.rows<{ id: string }>('purchase', statement, [bookId])).map(({ id }) => id);
};

/** How often money was taken for a purchase, by the payment provider's own record. */
const capturesOf = async (purchaseId: string): Promise<number> => {
  const statement = `SELECT c.id FROM simulated_charge c JOIN payment p ON p.id = c.id
    WHERE p.purchase_id = ? AND c.status = 'CAPTURED'`;
  return (await store.rows('purchase', statement, [purchaseId])).length;
};

browserTest(
  'two presses at once reserve once, and pay once',
  async () => {
    const bookId = await publishBook(seller.client, { stock: 9 });
    const buyer = await buyerOf(bookId);
    await buyer.button(said.en.reserve).dblclick();
    await buyer.chooseDelivery();
    await buyer.button(said.en.pay).dblclick();
    await buyer.heading(said.en.paid).waitFor();
    const purchases = await purchasesOf(bookId);
    expect(purchases).toHaveLength(1);
    expect(await capturesOf(purchases[0] ?? '')).toBe(1);
  },
  storyPatience,
);

browserTest(
  'answers that are lost: the page asks again by itself, for the same',
  async () => {
    const bookId = await publishBook(seller.client, { stock: 9 });
    const buyer = await buyerOf(bookId);
    const reservations = await loseAnswers(buyer.page, 'PurchaseBook', 2);
    await buyer.button(said.en.reserve).click();
    await buyer.chooseDelivery();
    const payments = await loseAnswers(buyer.page, 'PayPurchase', 1);
    await buyer.button(said.en.pay).click();
    await buyer.heading(said.en.paid).waitFor();
    expect([reservations(), payments()]).toEqual([2, 1]);
    const purchases = await purchasesOf(bookId);
    expect(purchases).toHaveLength(1);
    expect(await capturesOf(purchases[0] ?? '')).toBe(1);
  },
  storyPatience,
);

browserTest(
  'a reload before the answer: what was begun is asked for again, and the way back makes no second one',
  async () => {
    const bookId = await publishBook(seller.client, { stock: 9 });
    const buyer = await buyerOf(bookId);
    const { page } = buyer;
    const isLost = () => page.getByText(/The connection was lost/).waitFor();
    const beginAnew = async () => {
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await page.reload();
    };
    await page.route('**/graphql', route =>
      route.request().postData()?.includes('mutation PurchaseBook') ? route.abort() : route.fallback(),
    );
    await buyer.button(said.en.reserve).click();
    await isLost();
    await beginAnew();
    expect(await purchasesOf(bookId)).toEqual([]);
    await loseAnswers(page, 'PurchaseBook', Number.POSITIVE_INFINITY);
    await buyer.button(said.en.again).click();
    await isLost();
    await beginAnew();
    await page.getByText(said.en.already).waitFor();
    expect(await purchasesOf(bookId)).toHaveLength(1);

    await page.getByRole('link', { name: said.en.goOnWithIt }).click();
    await buyer.heading(said.en.reserved).waitFor();
    await page.goBack();
    await page.getByText(said.en.already).waitFor();
    await page.goForward();
    await buyer.chooseDelivery();
    await buyer.button(said.en.pay).waitFor();
    const lostPayments = await loseAnswers(page, 'PayPurchase', Number.POSITIVE_INFINITY);
    await buyer.button(said.en.pay).click();
    while (lostPayments() === 0) await page.waitForTimeout(50);
    await beginAnew();
    await buyer.heading(said.en.paid).waitFor();
    const purchases = await purchasesOf(bookId);
    expect(purchases).toHaveLength(1);
    expect(await capturesOf(purchases[0] ?? '')).toBe(1);
  },
  storyPatience,
);

browserTest(
  'without a network nothing is lost: it goes on when that is back',
  async () => {
    const bookId = await publishBook(seller.client, { stock: 9 });
    const buyer = await buyerOf(bookId);
    const context = buyer.page.context();
    await context.setOffline(true);
    await buyer.button(said.en.reserve).click();
    await buyer.page.getByText(/The connection was lost/).waitFor();
    expect(await purchasesOf(bookId)).toEqual([]);
    await context.setOffline(false);
    await buyer.heading(said.en.reserved).waitFor();
    expect(await purchasesOf(bookId)).toHaveLength(1);
  },
  storyPatience,
);

browserTest(
  'two browsers race for the last copy: one has it, the other is told so in words',
  async () => {
    const bookId = await publishBook(seller.client, { stock: 1 });
    const buyers = [await buyerOf(bookId), await buyerOf(bookId)];
    await Promise.all(buyers.map(buyer => buyer.button(said.en.reserve).click()));
    const outcomes = await Promise.all(
      buyers.map(buyer =>
        Promise.race([
          buyer
            .heading(said.en.reserved)
            .waitFor()
            .then(() => 'reserved'),
          buyer.page
            .getByText(said.en.soldOut)
            .waitFor()
            .then(() => 'sold out'),
        ]),
      ),
    );
    expect(outcomes.sort()).toEqual(['reserved', 'sold out']);
  },
  storyPatience,
);
