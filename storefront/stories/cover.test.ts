import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { browserTest, type Look, openBrowser, type Visit } from '../../testing/browser.ts';
import { browserProgram } from '../../testing/browser-program.ts';
import { lookAt } from '../../testing/look-at.ts';
import { publishBook } from '../../testing/operations.ts';
import { halves, twoColours } from '../../testing/pictures.ts';
import { type StoreUser, sharedStore } from '../../testing/use-store.ts';
import { sellerSaid } from './seller-said.ts';

const patience = 180_000;
const words = sellerSaid.en;
const slowBytesPerSecond = 200_000;

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

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const cover = (page: Page) => page.locator('.cover-upload img.cover');

const choose = (page: Page, name: string, mimeType: string, buffer: Buffer) =>
  page.locator('.cover-upload input[type=file]').setInputFiles({ name, mimeType, buffer });

/** The colours of the book's picture that the page shows, not of one that was merely chosen. */
async function shownColours(page: Page): Promise<[string, string]> {
  const source = await cover(page).and(page.locator('[src^="/covers/"]')).getAttribute('src');
  return halves(await (await page.request.get(`${store.nobody().url}${source}`)).body());
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: slowBytesPerSecond,
  });
}

browserTest(
  'a seller sends a cover: what is none is refused in words, what was lost goes again, one under way can be stopped',
  async () => {
    const seller = await store.register('Librería Merlín');
    const bookId = await publishBook(seller.client, { title: 'La vorágine' });
    const { page, complaints } = await visit(`/selling/${bookId}`);
    await page.getByLabel(words.email).fill(seller.email);
    await page.getByLabel(words.password).fill(seller.password);
    await button(page, words.logIn).click();
    await button(page, 'Choose a picture').waitFor();

    const alert = page.locator('.cover-upload').getByRole('alert');
    await choose(page, 'notes.txt', 'text/plain', Buffer.from('notes'));
    await alert
      .getByText('A cover is a JPEG, PNG, WebP or AVIF: save the picture as one of these.')
      .waitFor();
    await choose(page, 'cover.png', 'image/png', Buffer.from('no picture at all'));
    await alert.getByText('A cover is one JPEG, PNG, WebP or AVIF picture.').waitFor();
    await lookAt(page, 'seller-en-cover-1-refused');

    await page.route('**/covers/*', route =>
      route.request().method() === 'POST' ? route.abort('connectionreset') : route.fallback(),
    );
    await choose(page, 'cover.png', 'image/png', await twoColours('png'));
    await alert.getByText('The picture did not arrive.').waitFor();
    await page.unroute('**/covers/*');
    await button(page, 'Try again').click();
    await page.getByText('The book has its cover.').waitFor();
    await cover(page).waitFor();
    expect(await shownColours(page)).toEqual(['red', 'blue']);
    await lookAt(page, 'seller-en-cover-2-sent');

    // The cover is a change of the book: what the form knows of it is not stale.
    await page.getByLabel(words.price, { exact: true }).fill('9.75');
    await button(page, words.save).click();
    await page.getByText(words.saved).waitFor();

    await slowDown(page);
    const noise = sharp(randomBytes(900 * 900 * 3), { raw: { width: 900, height: 900, channels: 3 } });
    await choose(page, 'noise.png', 'image/png', await noise.png().toBuffer());
    await page.getByRole('progressbar', { name: 'Sending the picture …' }).waitFor();
    await page.getByText(/^[1-9]\d? %$/).waitFor();
    await button(page, 'Cancel').click();
    await button(page, 'Choose another picture').waitFor();
    await cover(page).waitFor();
    expect(await shownColours(page)).toEqual(['red', 'blue']);
    await page.reload();
    await cover(page).waitFor();
    expect(await shownColours(page)).toEqual(['red', 'blue']);

    await button(page, 'Remove the picture').click();
    await page.getByText('The picture is gone; the book has a drawn cover again.').waitFor();
    await button(page, 'Choose a picture').waitFor();
    // Browsers tell of what was refused, and of what was lost on purpose.
    const isUnexpected = (complaint: string) =>
      !/covers\/\S* failed|ERR_CONNECTION_RESET|status of 415/.test(complaint);
    expect(complaints.filter(isUnexpected)).toEqual([]);
  },
  patience,
);
