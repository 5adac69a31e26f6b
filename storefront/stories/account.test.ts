import { randomUUID } from 'node:crypto';
import { browserTest, sharedBrowser } from '../../testing/browser.ts';
import { BuyerPage, storyPatience } from './buyer-page.ts';
import { said } from './said.ts';

const words = said.en;
const { origin, newContext } = sharedBrowser(storyPatience);

browserTest(
  'another e-mail address is had by the password, which the profile asks for once the address is another one',
  async () => {
    const buyer = new BuyerPage(await (await newContext()).newPage(), words);
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
