import { expect } from '@jest/globals';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { inTurn } from './figures.ts';

/** What axe finds serious or worse on a page as it is now: the rule, and the elements that break it. */
async function seriousProblems(page: Page): Promise<string[]> {
  // Through the debugger, so that the page's Content-Security-Policy stays as it is.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  const results: axe.AxeResults = await page.evaluate('axe.run({ resultTypes: ["violations"] })');
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** How much wider the page is than its window, in CSS pixels: more than 0 has it scroll sideways. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

const widths = [360, 768, 1440] as const;

/** Asserts that a page fits at every width, and that everyone can use it: at one of them by turns, at all in full. */
export async function expectSoundAtEveryWidth(
  page: Page,
  name: string,
  atWidth: (width: number) => Promise<void> = async () => {},
): Promise<void> {
  const judged: readonly number[] = inTurn(widths, widths.length);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await atWidth(width);
    const problems = judged.includes(width) ? await seriousProblems(page) : [];
    expect({ name, width, problems }).toEqual({ name, width, problems: [] });
    expect({ name, width, tooWide: Math.max(0, await overflow(page)) }).toEqual({ name, width, tooWide: 0 });
  }
}
