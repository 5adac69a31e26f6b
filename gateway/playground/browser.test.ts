import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { browserTest, openBrowser, type Visit } from '../../testing/browser.ts';
import { browserProgram } from '../../testing/browser-program.ts';
import { sharedStore } from '../../testing/use-store.ts';

const tabFiles = readdirSync(new URL('./tabs', import.meta.url)).filter(name => name.endsWith('.graphql'));

let browser: Browser | undefined;
let visit: (path: string) => Promise<Visit>;

beforeAll(async () => {
  if (!browserProgram()) return;
  ({ browser, visit } = await openBrowser(sharedStore().nobody().url));
});

afterAll(async () => {
  await browser?.close();
});

browserTest(
  'the tabs of the playground, run from first to last, are a whole purchase',
  async () => {
    const { page, complaints } = await visit('/graphql');
    const tabButtons = page.getByRole('tab');
    await tabButtons.first().waitFor();
    expect(await tabButtons.count()).toBe(tabFiles.length);
    for (let index = 0; index < tabFiles.length; index += 1) {
      await tabButtons.nth(index).click();
      // As long as a person takes from the tab to the button.
      await page.waitForTimeout(500);
      const answered = page.waitForResponse(
        response => response.url().endsWith('/graphql') && response.request().method() === 'POST',
      );
      await page.getByRole('button', { name: /execute/i }).click();
      const answer: { errors?: unknown; data: Record<string, { userErrors?: unknown[] }> } = JSON.parse(
        await (await answered).text(),
      );
      expect(answer.errors).toBeUndefined();
      for (const payload of Object.values(answer.data)) expect(payload?.userErrors ?? []).toEqual([]);
    }
    expect(complaints).toEqual([]);
  },
  120_000,
);
