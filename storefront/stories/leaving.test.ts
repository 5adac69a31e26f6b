import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import { browserTest, sharedBrowser } from '../../testing/browser.ts';
import { lookAt } from '../../testing/look-at.ts';
import { payPurchase, publishBook, purchaseBook, soundDelivery } from '../../testing/operations.ts';
import { BuyerPage, storyPatience } from './buyer-page.ts';
import { said } from './said.ts';

const { store, origin, newContext } = sharedBrowser(storyPatience);

browserTest(
  'a reader takes along what is held on the reader, and leaves',
  async () => {
    const words = said.en;
    const context = await newContext({ acceptDownloads: true });
    const buyer = new BuyerPage(await context.newPage(), words);
    const { page } = buyer;
    await page.goto(`${origin}/account`);
    const account = await buyer.register();
    await page.waitForURL(`${origin}/account`);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      buyer.button('Download what is held on me').click(),
    ]);
    expect(download.suggestedFilename()).toBe('what-is-held-on-me.json');
    const file: Record<string, Record<string, Record<string, unknown>[]>> = JSON.parse(
      readFileSync(await download.path(), 'utf8'),
    );
    expect(file.auth?.account).toMatchObject([{ email: account.email }]);
    expect(file.auth?.session).toHaveLength(1);

    await buyer.button('Delete my account').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/This cannot be undone/).waitFor();
    const password = dialog.getByLabel('Current password');
    await password.fill('not the right one');
    await dialog.getByRole('button', { name: 'Delete for good' }).click();
    await dialog.getByText(/password is wrong/).waitFor();
    await lookAt(page, 'delete-account');
    await password.fill(account.password);
    await dialog.getByRole('button', { name: 'Delete for good' }).click();
    await page.getByText('Your account is deleted. Farewell.').waitFor();
    await page.waitForURL(`${origin}/`);
    await page.goto(`${origin}/account`);
    await page.waitForURL(/\/login\?next=/);
    await page.getByLabel(words.email).fill(account.email);
    await page.getByLabel(words.password).fill(account.password);
    await buyer.button(words.logIn).click();
    await page.getByText('The e-mail address or the password is wrong. Check both.').waitFor();
  },
  storyPatience,
);

browserTest(
  'who was paid for what is not sent yet is told what to do, in Spanish too',
  async () => {
    const words = said.es;
    const context = await newContext({ locale: 'es' });
    const seller = new BuyerPage(await context.newPage(), words);
    const { page } = seller;
    const shop = await store.register('Librería Ayacucho');
    const reader = store.person();
    const bookId = await publishBook(shop.client);
    const delivery = await soundDelivery(reader.client);
    const { purchase } = await purchaseBook(reader.client, { bookId, delivery });
    await payPurchase(reader.client, { purchaseId: purchase?.id });

    await page.goto(`${origin}/login?next=/account`);
    await page.getByLabel(words.email).fill(shop.email);
    await page.getByLabel(words.password).fill(shop.password);
    await seller.button(words.logIn).click();
    await seller.button('Eliminar mi cuenta').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Contraseña actual').fill(shop.password);
    await dialog.getByRole('button', { name: 'Eliminar para siempre' }).click();
    await dialog.getByText(/Alguien te pagó algo que aún no has enviado/).waitFor();
    expect(await shop.client.ask('{ me { id } }')).toEqual({ me: { id: shop.id } });
  },
  storyPatience,
);
