import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { browserTest, type Look, openBrowser, type Visit } from '../../testing/browser.ts';
import { browserProgram } from '../../testing/browser-program.ts';
import { inTurn } from '../../testing/figures.ts';
import { lookAt } from '../../testing/look-at.ts';
import { payPurchase, publishBook, purchaseBook, soundDelivery } from '../../testing/operations.ts';
import { untilAnswered } from '../../testing/until-answered.ts';
import { type RegisteredPerson, type StoreUser, sharedStore } from '../../testing/use-store.ts';
import { BuyerPage, storyPatience } from './buyer-page.ts';
import { said } from './said.ts';

const looks = [
  ['es', 'dark'],
  ['en', 'light'],
] as const;
const offline = { en: 'You are offline', es: 'No hay conexión' };
const news = { en: 'News', es: 'Novedades' };

let store: StoreUser;
let origin: string;
let browser: Browser | undefined;
let visit: (path: string, look?: Look) => Promise<Visit>;

beforeAll(async () => {
  if (!browserProgram()) return;
  store = sharedStore();
  origin = store.nobody().url;
  ({ browser, visit } = await openBrowser(origin));
}, storyPatience);

afterAll(async () => {
  await browser?.close();
});

/** Somebody who has just been told that a book was paid. */
async function sellerWithNews(): Promise<RegisteredPerson> {
  const seller = await store.register('Librería Merlín');
  const bookId = await publishBook(seller.client, { title: 'El coronel no tiene quien le escriba' });
  const { client } = store.person();
  const { purchase } = await purchaseBook(client, { bookId, delivery: await soundDelivery(client) });
  await payPurchase(client, { purchaseId: purchase?.id });
  await untilAnswered(async () => {
    const { me } = await seller.client.ask<{ me: { notifications: { nodes: object[] } } }>(
      '{ me { notifications { nodes { reason } } } }',
    );
    if (me.notifications.nodes.length === 0) throw new Error('Nothing is told yet.');
  });
  return seller;
}

browserTest.each(inTurn(looks, looks.length))(
  'in %s, %s: what no story looks at fits at every width too, and can be used by everyone',
  async (locale, colorScheme) => {
    const words = said[locale];
    const { page } = await visit('/register', { locale, colorScheme });
    const buyer = new BuyerPage(page, words);
    const shown = (name: string) => lookAt(page, `state-${locale}-${name}`);
    for (const path of [
      'register',
      'forgotten-password',
      'reset-password#token=none',
      'verify-email#token=none',
    ]) {
      await page.goto(`${origin}/${path}`);
      await page.locator('h1').waitFor();
      await shown(path.replace(/#.*/, ''));
    }

    const bookId = await publishBook(store.person().client, { title: 'Ifigenia', stock: 2 });
    await buyer.toReservation(origin, bookId);
    await buyer.button(words.reserve).click();
    await buyer.heading(words.reserved).waitFor();
    await page.goto(`${origin}/buy/${bookId}`);
    await page.getByText(words.already).waitFor();
    await shown('already-reserved');
    await page.context().setOffline(true);
    await page.getByText(offline[locale]).waitFor();
    await shown('offline');
    await page.close();

    const seller = await sellerWithNews();
    const { page: sellers } = await visit('/login?next=/sales', { locale, colorScheme });
    await new BuyerPage(sellers, words).logIn(seller);
    await sellers.waitForURL(`${origin}/sales`);
    await sellers.getByText(seller.name).first().click();
    await sellers.getByRole('list', { name: news[locale] }).waitFor();
    await lookAt(sellers, `state-${locale}-account-menu`);
  },
  storyPatience,
);
