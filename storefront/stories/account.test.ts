import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { browserTest, openBrowser } from '../../testing/browser.ts';
import { browserProgram } from '../../testing/browser-program.ts';
import { sharedStore } from '../../testing/use-store.ts';
import { BuyerPage, storyPatience } from './buyer-page.ts';
import { said } from './said.ts';

const words = said.en;

let origin: string;
let browser: Browser | undefined;

beforeAll(async () => {
  if (!browserProgram()) return;
  origin = sharedStore().nobody().url;
  ({ browser } = await openBrowser(origin));
}, storyPatience);

afterAll(async () => {
  await browser?.close();
});

browserTest(
  'another e-mail address is had by the password, which the profile asks for once the address is another one',
  async () => {
    if (!browser) throw new Error('There is no browser.');
    const buyer = new BuyerPage(await (await browser.newContext({ locale: 'en' })).newPage(), words);
    const { page } = buyer;
    await page.goto(`${origin}/account`);
    const { email, password } = await buyer.register();
    await page.waitForURL(`${origin}/account`);
    const profile = page.getByRole('form', { name: 'Profile' });
    const asked = profile.getByLabel('Your password');
    await profile.getByLabel(words.email).fill(`${randomUUID()}@reader.example`);
    await asked.fill('not the right one');
    await profile.getByRole('button', { name: 'Save' }).click();
    await profile.getByText(/the password is wrong/).waitFor();
    await asked.fill(password);
    await profile.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your profile is saved.').waitFor();
    await asked.waitFor({ state: 'detached' });
    await profile.getByLabel(words.email).fill(email);
    await asked.waitFor();
  },
  storyPatience,
);
