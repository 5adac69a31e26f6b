import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { places } from '../deploy/local/places.ts';
import { overflow, seriousProblems } from './accessibility.ts';
import { readTestSettings } from './env.ts';

const pictures = join(places.data, 'test', 'pictures');

/**
 * At every width, what is shown now fits and can be used by everyone. With PICTURES=true, pictures of it are kept under
 * .data/test/pictures/, for people to look at.
 */
export async function lookAt(page: Page, name: string): Promise<void> {
  const { PICTURES: keepsPictures } = readTestSettings();
  if (keepsPictures) mkdirSync(pictures, { recursive: true });
  const size = page.viewportSize();
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    if (keepsPictures)
      await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
    expect({ name, width, problems: await seriousProblems(page) }).toEqual({ name, width, problems: [] });
    const tooWide = Math.max(0, await overflow(page));
    expect({ name, width, tooWide }).toEqual({ name, width, tooWide: 0 });
  }
  if (size) await page.setViewportSize(size);
}
