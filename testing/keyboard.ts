import type { Page } from 'playwright-core';

/** More than any page has to stop at. */
const mostSteps = 80;

/** What the control with the focus is called: by its label, by what is said of it, and by its text. */
const focused = (page: Page): Promise<string[]> =>
  page.evaluate(
    `(e => [e.labels?.[0]?.textContent, e.getAttribute("aria-label"), e.textContent]
      .flatMap(name => name?.trim() || []))(document.activeElement)`,
  );

/** Goes on by Tab, or back by Shift+Tab, to a control that is called so. Throws where there is none on the way. */
export async function tabTo(
  page: Page,
  name: string | RegExp,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  for (let step = 0; step < mostSteps; step += 1) {
    await page.keyboard.press(key);
    const here = await focused(page);
    if (here.some(each => (typeof name === 'string' ? each === name : name.test(each)))) return;
  }
  throw new Error(`${key} never came to ${name}.`);
}
