import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { places } from '../deploy/local/places.ts';
import { expectSoundAtEveryWidth } from './accessibility.ts';
import { readTestSettings } from './env.ts';

const pictures = join(places.data, 'test', 'pictures');

/**
 * What is shown now fits at every width, and can be used by everyone. With PICTURES=true, pictures of it are kept under
 * .data/test/pictures/, for people to look at.
 */
export async function lookAt(page: Page, name: string): Promise<void> {
  const { PICTURES: keepsPictures } = readTestSettings();
  if (keepsPictures) mkdirSync(pictures, { recursive: true });
  const size = page.viewportSize();
  await expectSoundAtEveryWidth(page, name, async width => {
    if (keepsPictures)
      await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
  });
  if (size) await page.setViewportSize(size);
}
