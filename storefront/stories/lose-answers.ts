import type { Page } from 'playwright-core';

/**
 * Has the store act upon so many requests of a mutation whose answers the page never gets; tells how many there were. As
 * when a connection is lost at the worst moment.
 */
export async function loseAnswers(page: Page, operation: string, times: number): Promise<() => number> {
  let lost = 0;
  await page.route('**/graphql', async route => {
    const isOne = route.request().postData()?.includes(`mutation ${operation}`);
    if (!isOne || lost >= times) return route.fallback();
    lost += 1;
    await route.fetch();
    await route.abort('connectionreset');
  });
  return () => lost;
}
