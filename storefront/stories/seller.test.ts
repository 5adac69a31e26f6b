import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { browserTest, type Look, openBrowser, type Visit } from '../../testing/browser.ts';
import { browserProgram } from '../../testing/browser-program.ts';
import { inTurn } from '../../testing/figures.ts';
import { tabTo } from '../../testing/keyboard.ts';
import { lookAt } from '../../testing/look-at.ts';
import { payPurchase, purchaseBook, soundDelivery } from '../../testing/operations.ts';
import { type RegisteredPerson, type StoreUser, sharedStore } from '../../testing/use-store.ts';
import { loseAnswers } from './lose-answers.ts';
import { type SellerSaid, sellerSaid } from './seller-said.ts';

const looks = [
  ['es', 'dark', 1440],
  ['en', 'light', 360],
] as const;
const patience = 300_000;

let store: StoreUser;
let browser: Browser | undefined;
let visit: (path: string, look?: Look) => Promise<Visit>;

beforeAll(async () => {
  if (!browserProgram()) return;
  store = sharedStore();
  ({ browser, visit } = await openBrowser(store.nobody().url));
}, patience);

afterAll(async () => {
  await browser?.close();
});

const button = (within: Page | Locator, name: string) => within.getByRole('button', { name, exact: true });

async function logIn(page: Page, words: SellerSaid, { email, password }: RegisteredPerson): Promise<void> {
  await page.getByLabel(words.email).fill(email);
  await page.getByLabel(words.password).fill(password);
  await button(page, words.logIn).click();
}

// Requests that were lost on purpose, and those of a page that was left before their answer came, are told too.
const isUnexpected = (complaint: string) => !/graphql failed|ERR_CONNECTION_RESET/.test(complaint);

/** The books of a seller, as the database has them. */
const booksOf = ({ id }: RegisteredPerson) =>
  store.rows<{ id: string; title: string; price: number; stock: number; status: string }>(
    'catalog',
    'SELECT id, title, price, stock, status FROM book WHERE seller_id = ? ORDER BY id',
    [id],
  );

/** Somebody buys copies of a book and pays them; answers the purchase's id. */
async function sell(bookId: string): Promise<string> {
  const { client } = store.person();
  const { purchase } = await purchaseBook(client, { bookId, delivery: await soundDelivery(client) });
  const purchaseId = purchase?.id ?? '';
  expect((await payPurchase(client, { purchaseId })).userErrors).toEqual([]);
  return purchaseId;
}

const list = `title,authors,condition,price,stock,subjects
Rayuela,Julio Cortázar,good,8.50,2,"novel; Argentina"
El túnel,Ernesto Sabato,shiny,5,1,
Ficciones,Jorge Luis Borges,very good,12.00,,
,Nadie,good,1,1,
El Aleph,Jorge Luis Borges,fine,14.25,1,
`;

const csv = { name: 'books.csv', mimeType: 'text/csv', buffer: Buffer.from(list) };

browserTest.each(inTurn(looks, looks.length))(
  'a seller in %s, %s, %i pixels wide: offers a book, changes it, uploads a list, sends a sale off, calls one off, sees the income',
  async (locale, colorScheme, width) => {
    const words = sellerSaid[locale];
    const seller = await store.register('Librería Lerner');
    const { page, complaints } = await visit('/selling/new', { locale, colorScheme, width });
    const shown = (step: string) => lookAt(page, `seller-${locale}-${step}`);
    const field = (name: string) => page.getByLabel(name, { exact: true });
    await logIn(page, words, seller);

    // What is missing is told when it is sent, a wrong digit at once.
    await button(page, words.publish).click();
    await page.getByText(words.missing).first().waitFor();
    await field(words.title).fill('Cien años de soledad');
    await field(words.authors).fill('Gabriel García Márquez');
    await field(words.isbn).fill('978-0-307-47472-9');
    await page.getByText(words.isbnWrong).waitFor();
    await shown('1-wrong');
    await field(words.isbn).fill('0-307-47472-9');
    await field(words.isbn).fill('978-0-307-47472-8');
    await page.getByText(words.isbnSound).waitFor();
    await field(words.condition).selectOption({ label: words.veryGood });
    await field(words.price).fill('12.50');
    await field(words.stock).fill('4');
    await field(words.language).selectOption({ label: words.spanish });
    await page.getByRole('complementary').getByRole('heading', { name: 'Cien años de soledad' }).waitFor();
    await shown('2-new');

    // The answer is lost and the page loaded anew: the same book, once.
    const lost = await loseAnswers(page, 'PublishBook(', 1);
    await button(page, words.publish).click();
    await page.getByText(words.offline).waitFor();
    await page.reload();
    expect(await field(words.title).inputValue()).toBe('Cien años de soledad');
    await button(page, words.publish).click();
    await page.getByText(words.forSale).waitFor();
    expect(lost()).toBe(1);
    const [book, ...others] = await booksOf(seller);
    expect(others).toEqual([]);
    expect(book).toMatchObject({ title: 'Cien años de soledad', price: 1250, stock: 4 });
    const bookId = book?.id ?? '';
    await page.waitForURL(`**/selling/${bookId}`);
    await shown('3-edit');

    // It is changed elsewhere while it is edited: both changes hold in the end.
    await field(words.title).fill('Cien años de soledad (1967)');
    await seller.client.ask(
      'mutation($input: UpdateBookInput!) { updateBook(input: $input) { book { id } } }',
      {
        input: { bookId, price: '15.00' },
      },
    );
    await button(page, words.save).click();
    await page.getByText(words.meanwhile).waitFor();
    await shown('4-changed-meanwhile');
    await button(page, words.keepMine).click();
    await button(page, words.save).click();
    await page.getByText(words.saved).waitFor();
    expect(await booksOf(seller)).toMatchObject([{ title: 'Cien años de soledad (1967)', price: 1500 }]);

    // Among the books: stock and pause.
    await page.getByRole('main').getByRole('link', { name: words.yourBooks }).click();
    const title = 'Cien años de soledad (1967)';
    await page.getByLabel(words.copiesOf(title)).fill('6');
    await button(page, words.saveStock).click();
    await page.getByText(words.stockSaved).waitFor();
    await button(page, words.pause(title)).click();
    await page.getByText(words.paused).waitFor();
    await button(page, words.resume(title)).waitFor();
    expect(await booksOf(seller)).toMatchObject([{ stock: 6, status: 'PAUSED' }]);
    await shown('5-books');
    await button(page, words.resume(title)).click();
    await button(page, words.pause(title)).waitFor();

    // A list with bad rows, and the connection lost in the middle; then the same file again.
    await page.goto(`${store.nobody().url}/selling/import`);
    await field(words.file).setInputFiles(csv);
    await page.getByText(words.found).waitFor();
    await page.getByText(words.row3).waitFor();
    await page.getByText(words.conditionWrong).waitFor();
    await shown('6-list');
    const lostBatches = await loseAnswers(page, 'PublishBooks(', 2);
    await button(page, words.publishAll).click();
    await page.getByText(words.lost).waitFor();
    await page.getByText(words.published).waitFor();
    expect(lostBatches()).toBe(2);
    await shown('7-published');
    await page.reload();
    await field(words.file).setInputFiles(csv);
    // What was published less than five seconds ago counts as published now: clocks differ.
    await page.waitForTimeout(6_000);
    await button(page, words.publishAll).click();
    await page.getByText(words.wasThere).waitFor();
    await page.getByText(words.again).waitFor();
    const titles = (await booksOf(seller)).map(each => each.title);
    expect(titles.toSorted()).toEqual([title, 'El Aleph', 'Ficciones', 'Rayuela'].toSorted());

    // Two sales: one is sent off, one called off.
    const [sent, off] = [await sell(bookId), await sell(bookId)];
    await page.goto(`${store.nobody().url}/sales`);
    await page.getByText(words.toSend).first().waitFor();
    await shown('8-sales');
    await page.getByLabel(words.show).selectOption('SHIPPED');
    await page.getByText(words.toSend).first().waitFor({ state: 'detached' });
    await page.goto(`${store.nobody().url}/sales/${sent}`);
    await field(words.tracking).fill('SERV-1967');
    await shown('9-sale');
    await button(page, words.isSent).click();
    await page.getByText(words.onItsWay).waitFor();
    await page.getByText('SERV-1967').first().waitFor();
    await page.goto(`${store.nobody().url}/sales/${off}`);
    await button(page, words.cancel).click();
    await shown('10-cancel');
    await button(page.getByRole('dialog'), words.cancel).click();
    await page.getByText(words.calledOff).waitFor({ timeout: 30_000 });

    // One sale stays: 15.00.
    await page.goto(`${store.nobody().url}/income`);
    const earned = page.getByRole('cell', { name: /15[.,]00/ });
    await earned.first().waitFor();
    // In its month, and in all.
    expect(await earned.count()).toBe(2);
    const bars: number[] = await page.evaluate(
      `Array.from(document.querySelectorAll('rect.income-bar'), bar => bar.getBoundingClientRect().height)`,
    );
    expect(bars).toHaveLength(12);
    expect(bars.filter(height => height > 0)).toHaveLength(1);
    await shown('11-income');

    await page.goto(`${store.nobody().url}/selling/${bookId}`);
    await button(page, words.remove).click();
    await button(page.getByRole('dialog'), words.removeForGood).click();
    await page.getByText(words.removed).waitFor();
    expect(complaints.filter(isUnexpected)).toEqual([]);
  },
  patience,
);

browserTest(
  'by keyboard alone: from the login to a book for sale, its copies, and a sale that is sent off',
  async () => {
    const words = sellerSaid.en;
    const seller = await store.register('Elisa');
    const { page, complaints } = await visit('/selling/new');
    const { keyboard } = page;
    await page.getByLabel(words.email).waitFor();
    await tabTo(page, words.email);
    await keyboard.type(seller.email);
    await tabTo(page, words.password);
    await keyboard.type(seller.password);
    await keyboard.press('Enter');
    await page.getByLabel(words.price).waitFor();
    await tabTo(page, words.title);
    await keyboard.type('La hojarasca');
    await tabTo(page, words.authors);
    await keyboard.type('Gabriel García Márquez');
    await tabTo(page, words.price);
    await keyboard.type('7.25');
    await tabTo(page, words.publish);
    await keyboard.press('Enter');
    await button(page, words.save).waitFor();
    await tabTo(page, words.yourBooks);
    await keyboard.press('Enter');
    await page.getByLabel(words.copiesOf('La hojarasca')).waitFor();
    await tabTo(page, words.copiesOf('La hojarasca'));
    await keyboard.press('Control+A');
    await keyboard.type('3');
    await keyboard.press('Enter');
    await page.getByText(words.stockSaved).waitFor();
    const [book] = await booksOf(seller);
    expect(book).toMatchObject({ title: 'La hojarasca', price: 725, stock: 3 });

    const sent = await sell(book?.id ?? '');
    // The menu's name may have a number of news beside it.
    await tabTo(page, /^Elisa/, 'Shift+Tab');
    await keyboard.press('Enter');
    await tabTo(page, words.sales);
    await keyboard.press('Enter');
    await page.waitForURL('**/sales');
    await page.getByRole('link', { name: 'La hojarasca', exact: true }).waitFor();
    await tabTo(page, 'La hojarasca');
    await keyboard.press('Enter');
    await page.waitForURL(`**/sales/${sent}`);
    await page.getByLabel(words.tracking).waitFor();
    await tabTo(page, words.tracking);
    await keyboard.type('SERV-1955');
    await keyboard.press('Enter');
    await page.getByText(words.onItsWay).waitFor();
    await page.getByText('SERV-1955').first().waitFor();
    expect(complaints.filter(isUnexpected)).toEqual([]);
  },
  patience,
);
