import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds serious or worse on a page as it is now: the rule, and the elements that break it. */
export async function seriousProblems(page: Page): Promise<string[]> {
  // Through the debugger, so that the page's Content-Security-Policy stays as it is.
  await page.evaluate(axe.source);
  const results: axe.AxeResults = await page.evaluate('axe.run({ resultTypes: ["violations"] })');
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** How much wider the page is than its window, in CSS pixels: more than 0 has it scroll sideways. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
