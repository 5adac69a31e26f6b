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

browserTest(
  'a password is changed by the one before, which is good for nothing then; and all sessions are ended from any of them',
  async () => {
    const here = new BuyerPage(await (await newContext()).newPage(), words);
    const there = new BuyerPage(await (await newContext()).newPage(), words);
    await here.page.goto(`${origin}/account`);
    const { email, password } = await here.register();
    await here.page.waitForURL(`${origin}/account`);
    const newPassword = 'another shelf of old books';
    const form = here.page.getByRole('form', { name: 'Password' });
    const change = async (currentPassword: string) => {
      await form.getByLabel('Current password').fill(currentPassword);
      await form.getByLabel('New password').fill(newPassword);
      await form.getByRole('button', { name: 'Change the password' }).click();
    };
    await change('not the right one');
    await form.getByText(/password is wrong/).waitFor();
    await change(password);
    await here.page.getByText('Your password is changed; your other sessions have ended.').waitFor();

    await there.page.goto(`${origin}/login?next=/account`);
    await there.logIn({ email, password });
    await there.page.getByText('The e-mail address or the password is wrong. Check both.').waitFor();
    await there.logIn({ email, password: newPassword });
    await there.page.waitForURL(`${origin}/account`);

    await there.button('Log out everywhere').click();
    await there.page.waitForURL(/\/login/);
    await here.page.reload();
    await here.page.waitForURL(/\/login\?next=/);
    await here.logIn({ email, password: newPassword });
    await here.page.waitForURL(`${origin}/account`);
  },
  storyPatience,
);
