import { expect } from '@jest/globals';
import { codeShown, wrongCode } from '../../testing/authenticator.ts';
import { browserTest, sharedBrowser } from '../../testing/browser.ts';
import { lookAt } from '../../testing/look-at.ts';
import { BuyerPage, storyPatience } from './buyer-page.ts';
import { said } from './said.ts';

const words = said.en;
const { store, origin, newContext } = sharedBrowser(storyPatience);

browserTest(
  'a second factor: set up, asked for at the next login, and removed by a recovery code',
  async () => {
    const buyer = new BuyerPage(await (await newContext()).newPage(), words);
    const { page } = buyer;
    await page.goto(`${origin}/account`);
    const { email, password } = await buyer.register();
    await page.waitForURL(`${origin}/account`);

    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Set up a second factor' }).click();
    await dialog.getByLabel('Current password').fill(password);
    await dialog.getByRole('button', { name: 'Go on' }).click();
    const shown = await dialog.locator('code').textContent();
    const secret = (shown ?? '').replaceAll(' ', '');
    expect(await dialog.getByRole('link').getAttribute('href')).toContain(`secret=${secret}&`);
    await lookAt(page, 'second-factor-1-secret');
    await dialog.getByLabel('Code').fill(wrongCode(secret));
    await dialog.getByRole('button', { name: 'Turn it on' }).click();
    await dialog.getByText(/This code is wrong/).waitFor();
    await dialog.getByLabel('Code').fill(codeShown(secret));
    await dialog.getByRole('button', { name: 'Turn it on' }).click();
    const codes = dialog.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
    await codes.first().waitFor();
    expect(await codes.count()).toBe(10);
    await lookAt(page, 'second-factor-2-recovery-codes');
    const recoveryCode = (await codes.first().textContent()) ?? '';
    await dialog.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByText(/^On since/).waitFor();

    await page.getByText('Ana Ruiz').first().click();
    await buyer.button(words.logOut).click();
    await page.goto(`${origin}/login?next=/account`);
    await page.getByLabel(words.email).fill(email);
    await page.getByLabel(words.password).fill(password);
    await buyer.button(words.logIn).click();
    const code = page.getByLabel('Code of your second factor');
    await code.waitFor();
    await page.getByLabel(words.email).fill(`another-${email}`);
    await code.waitFor({ state: 'detached' });
    await page.getByLabel(words.email).fill(email);
    await buyer.button(words.logIn).click();
    await code.fill(wrongCode(secret));
    await buyer.button(words.logIn).click();
    await page.getByText(/This code is wrong/).waitFor();
    await lookAt(page, 'second-factor-3-login');
    await code.fill(codeShown(secret, 1));
    await buyer.button(words.logIn).click();
    await page.waitForURL(`${origin}/account`);

    await page.getByRole('button', { name: 'Remove the second factor' }).click();
    await dialog.getByLabel('Current password').fill(password);
    await dialog.getByLabel('Code').fill(recoveryCode);
    await lookAt(page, 'second-factor-4-remove');
    await dialog.getByRole('button', { name: 'Remove the second factor' }).click();
    await page.getByText('The second factor is removed.').waitFor();
    await page.getByRole('button', { name: 'Set up a second factor' }).waitFor();
  },
  storyPatience,
);

browserTest(
  'who gives the first code too late is told so, and begins anew',
  async () => {
    const buyer = new BuyerPage(await (await newContext()).newPage(), words);
    const { page } = buyer;
    await page.goto(`${origin}/account`);
    const { email, password } = await buyer.register();
    await page.waitForURL(`${origin}/account`);
    await page.getByRole('button', { name: 'Set up a second factor' }).click();
    const dialog = page.getByRole('dialog');
    const begin = async () => {
      await dialog.getByLabel('Current password').fill(password);
      await dialog.getByRole('button', { name: 'Go on' }).click();
      return ((await dialog.locator('code').textContent()) ?? '').replaceAll(' ', '');
    };
    const confirm = async (secret: string) => {
      await dialog.getByLabel('Code').fill(codeShown(secret));
      await dialog.getByRole('button', { name: 'Turn it on' }).click();
    };

    const secret = await begin();
    await store.rows(
      'auth',
      `UPDATE second_factor f JOIN user u ON u.id = f.user_id
       SET f.created_at = f.created_at - INTERVAL 1 DAY WHERE u.email_key = ?`,
      [email],
    );
    await confirm(secret);
    await dialog.getByText(/the secret has ended/).waitFor();
    await confirm(await begin());
    await dialog.getByRole('list', { name: 'Recovery codes' }).waitFor();
  },
  storyPatience,
);
