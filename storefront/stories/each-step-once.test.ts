import { beforeAll, expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { browserTest, sharedBrowser } from '../../testing/browser.ts';
import { publishBook, stockOf } from '../../testing/operations.ts';
import { untilAnswered } from '../../testing/until-answered.ts';
import type { RegisteredPerson } from '../../testing/use-store.ts';
import { BuyerPage, storyPatience } from './buyer-page.ts';
import { loseAnswers } from './lose-answers.ts';
import { said } from './said.ts';

const words = said.en;
const copies = 9;

const { store, visit } = sharedBrowser(storyPatience);
let seller: RegisteredPerson;

beforeAll(async () => {
  seller = await store.register('Librería Merlín');
});

/** Counts the requests of a mutation that a page sends from now on. */
function countRequests(page: Page, mutation: string): () => number {
  let sent = 0;
  page.on('request', request => {
    if (request.postData()?.includes(`mutation ${mutation}(`)) sent += 1;
  });
  return () => sent;
}

/** Ways to press a button after which a step might happen twice. */
const ways: Record<string, (page: Page, button: Locator, mutation: string) => Promise<void>> = {
  'pressed twice at once': (_page, button) => button.dblclick(),
  'pressed once, its answer lost': async (page, button, mutation) => {
    await loseAnswers(page, mutation, 1);
    await button.click();
  },
};

/** Has a step taken in such a way, and waits for what shows that it was; it is asked for once. */
async function take(
  way: string,
  { page, button, mutation, sign }: { page: Page; button: Locator; mutation: string; sign: Locator },
): Promise<void> {
  const sent = countRequests(page, mutation);
  await ways[way]?.(page, button, mutation);
  await sign.waitFor();
  expect({ mutation, sent: sent() }).toEqual({ mutation, sent: 1 });
}

/** Somebody new who has reserved a copy, and the purchase's id. */
async function reserved(bookId: string): Promise<{ buyer: BuyerPage; purchaseId: string }> {
  const { page } = await visit('/');
  const buyer = new BuyerPage(page, words);
  await buyer.toReservation(store.nobody().url, bookId);
  await buyer.button(words.reserve).click();
  return { buyer, purchaseId: await buyer.purchaseId() };
}

const rowsOf = async (table: 'purchase_event' | 'delivery', purchaseId: string): Promise<string[]> => {
  const statement = `SELECT status FROM ${table} WHERE purchase_id = ? ORDER BY id`;
  return (await store.rows<{ status: string }>('purchase', statement, [purchaseId])).map(
    ({ status }) => status,
  );
};

browserTest.each(Object.keys(ways))(
  'delivery, dispatch and arrival happen once each: %s',
  async way => {
    const bookId = await publishBook(seller.client, { stock: copies });
    const { buyer, purchaseId } = await reserved(bookId);
    const { page } = buyer;
    await buyer.writeDelivery();
    await take(way, {
      page,
      button: buyer.button(words.goOn),
      mutation: 'ChooseDelivery',
      sign: buyer.button(words.pay),
    });
    await buyer.button(words.pay).click();
    await buyer.heading(words.paid).waitFor();

    const { page: sellers } = await visit(`/sales/${purchaseId}`);
    await new BuyerPage(sellers, words).logIn(seller);
    await take(way, {
      page: sellers,
      button: sellers.getByRole('button', { name: 'It is sent' }),
      mutation: 'ShipPurchase',
      sign: sellers.getByText('It is on its way. The buyer says when it arrives.'),
    });
    await buyer.heading(words.onItsWay).waitFor();
    await take(way, {
      page,
      button: buyer.button(words.arrived),
      mutation: 'ConfirmDelivery',
      sign: buyer.heading(words.arrived),
    });
    expect(await rowsOf('purchase_event', purchaseId)).toEqual([
      'PENDING',
      'AWAITING_PAYMENT',
      'PAID',
      'SHIPPED',
      'DELIVERED',
    ]);
    expect(await rowsOf('delivery', purchaseId)).toEqual(['DELIVERED']);
    expect(await stockOf(seller.client, bookId)).toBe(copies - 1);
  },
  storyPatience,
);

browserTest.each(Object.keys(ways))(
  'a purchase is called off once, and its copy comes back once: %s',
  async way => {
    const bookId = await publishBook(seller.client, { stock: copies });
    const { buyer, purchaseId } = await reserved(bookId);
    await buyer.page.getByLabel(words.recipient).waitFor();
    await buyer.button(words.cancel).click();
    await take(way, {
      page: buyer.page,
      button: buyer.page.getByRole('dialog').getByRole('button', { name: words.cancel }),
      mutation: 'CancelPurchase',
      sign: buyer.heading(words.cancelled),
    });
    expect(await rowsOf('purchase_event', purchaseId)).toEqual(['PENDING', 'AWAITING_PAYMENT', 'CANCELLED']);
    await untilAnswered(async () => expect(await stockOf(seller.client, bookId)).toBe(copies));
  },
  storyPatience,
);
