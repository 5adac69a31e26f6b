import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { checkInvariants } from '../../invariants/check-invariants.ts';
import { recordReport } from '../../invariants/record-report.ts';
import { newId } from '../../runtime/ids.ts';
import { setUpSecondFactor } from '../../testing/authenticator.ts';
import { browserTest, openBrowser, type Visit } from '../../testing/browser.ts';
import { browserProgram } from '../../testing/browser-program.ts';
import { lookAt } from '../../testing/look-at.ts';
import { publishBook, purchaseBook } from '../../testing/operations.ts';
import { administrator, startTestStore, type TestStore } from '../../testing/test-store.ts';
import { StoreUser } from '../../testing/use-store.ts';

const patience = 300_000;

let running: TestStore | undefined;
let store: StoreUser;
let browser: Browser | undefined;
let visit: (path: string) => Promise<Visit>;

beforeAll(async () => {
  if (!browserProgram()) return;
  running = await startTestStore('administrator');
  store = new StoreUser(running.description);
  ({ browser, visit } = await openBrowser(store.nobody().url));
}, patience);

afterAll(async () => {
  await browser?.close();
  await running?.stop();
});

async function logIn(page: Page): Promise<void> {
  await page.getByLabel('E-mail address').fill(administrator.email);
  await page.getByLabel('Password').fill(administrator.password);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
}

/** Looks at the store as the oracle does, and writes down what it found. */
async function lookAtStore(staleAfterSeconds: number): Promise<void> {
  const { databases } = store.description;
  const verdict = await checkInvariants(databases, { pauses: [] });
  await recordReport(databases.purchase, { verdict }, { seconds: 1.2, staleAfterSeconds });
}

browserTest(
  'an administrator: finds a user, changes the role, ends the sessions and turns a lost second factor off, sees purchases, a store that is not sound, and has a dead letter tried again',
  async () => {
    const [seller, buyer] = [await store.register('Zulema Díaz'), await store.register('Tomás Rueda')];
    const bookId = await publishBook(seller.client, { title: 'La casa grande', stock: 3 });
    await purchaseBook(buyer.client, { bookId });
    await setUpSecondFactor(buyer.client, buyer.password);
    const { page, complaints } = await visit('/admin/');
    await logIn(page);

    // Users
    await page.getByRole('heading', { name: 'Zulema Díaz' }).waitFor();
    await page.getByLabel('Find users').fill('Tom');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Zulema Díaz' }).waitFor({ state: 'detached' });
    await lookAt(page, 'administrator-1-users');
    await page.getByRole('button', { name: 'Make administrator: Tomás Rueda' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Make administrator', exact: true }).click();
    await page.getByText('Tomás Rueda: Administrator.').waitFor();
    expect(await store.rows('auth', 'SELECT role FROM user WHERE id = ?', [buyer.id])).toEqual([
      { role: 'ADMIN' },
    ]);

    await page.getByRole('button', { name: 'Log out everywhere: Tomás Rueda' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Log out everywhere', exact: true }).click();
    await page.getByText('Tomás Rueda is logged out everywhere.').waitFor();

    const turnOff = page.getByRole('button', { name: 'Turn second factor off: Tomás Rueda' });
    await turnOff.click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Turn second factor off', exact: true })
      .click();
    await page.getByText('Tomás Rueda has no second factor any more.').waitFor();
    await turnOff.waitFor({ state: 'detached' });

    // Purchases, of one buyer
    await page.getByRole('link', { name: 'Purchases', exact: true }).last().click();
    await page.getByRole('link', { name: 'La casa grande' }).waitFor();
    await page.getByText('from Zulema Díaz to Tomás Rueda').waitFor();
    await lookAt(page, 'administrator-2-purchases');

    // Soundness: nobody looked yet; then a dead letter makes it unsound
    await page.getByRole('link', { name: 'Soundness' }).click();
    await page.getByText('The oracle has not looked yet.', { exact: false }).waitFor();
    await lookAtStore(3600);
    await page.reload();
    await page.getByText('The store is sound: every rule holds.').waitFor();
    const [event, user] = [newId(), newId()];
    await store.rows(
      'catalog',
      `INSERT INTO inbox_event (event_id, source, stream, type, version, subject, subject_sequence, occurred_at, body,
         received_at, attempts, failure, dead_at)
       VALUES (?, 'auth', 'user', 'UserRegistered', 1, ?, 1, NOW(3), ?, NOW(3), 10, 'This one cannot be taken.', NOW(3))`,
      [event, user, JSON.stringify({ userId: user, name: 'Late', role: 'CUSTOMER' })],
    );
    await lookAtStore(0);
    await page.reload();
    await page.getByText('The store is not sound: what is wrong stands first.').waitFor();
    await page.getByText('This is old:', { exact: false }).waitFor();
    await page.getByText(event).first().waitFor();
    await lookAt(page, 'administrator-3-soundness');

    // Dead letters
    await page.getByRole('link', { name: 'Dead letters' }).click();
    await page.getByText('This one cannot be taken.').waitFor();
    await lookAt(page, 'administrator-4-dead-letters');
    await page.getByRole('button', { name: `Try again: UserRegistered ${user}` }).click();
    await page.getByText('It is tried again.', { exact: false }).waitFor();
    await page.getByText('This one cannot be taken.').waitFor({ state: 'detached' });
    const name = async () =>
      (await store.rows<{ name: string }>('catalog', 'SELECT name FROM seller WHERE user_id = ?', [user]))[0]
        ?.name;
    for (const deadline = Date.now() + 30_000; Date.now() < deadline && !(await name()); )
      await page.waitForTimeout(200);
    expect(await name()).toBe('Late');
    expect(complaints).toEqual([]);
  },
  patience,
);

browserTest(
  'who is no administrator is told so, and nothing more',
  async () => {
    const { email, password } = await store.register('Nadie');
    const { page } = await visit('/admin/dead-letters');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Log in', exact: true }).click();
    await page.getByText('This is for administrators alone.').waitFor();
    expect(await page.getByRole('navigation', { name: 'Administration' }).count()).toBe(0);
  },
  patience,
);
