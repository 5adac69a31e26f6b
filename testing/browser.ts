import { test } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { browserProgram } from './browser-program.ts';

export interface Visit {
  page: Page;
  /** What the page complained of: errors on its console, uncaught ones, requests that failed or left the store. */
  complaints: string[];
}

/** How a reader looks at a page. */
export interface Look {
  /** CSS pixels; 1440 by default. */
  width?: number;
  /** What the browser asks for, BCP 47; en by default. */
  locale?: string;
  colorScheme?: 'light' | 'dark';
}

/** Opens the browser, headless; a page of it complains of everything that a page of ours must not do. */
export async function openBrowser(
  origin: string,
): Promise<{ browser: Browser; visit(path: string, look?: Look): Promise<Visit> }> {
  const executablePath = browserProgram();
  if (!executablePath) throw new Error('There is no Chromium or Chrome on this machine: install one.');
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-sync',
    ],
  });
  return {
    browser,
    async visit(path, { width = 1440, locale = 'en', colorScheme = 'light' } = {}) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, locale, colorScheme });
      const complaints: string[] = [];
      page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', error => complaints.push(error.message));
      page.on('requestfailed', request => {
        // What the page itself called off, since it asked anew or went elsewhere, has not failed.
        const reason = request.failure()?.errorText;
        if (reason !== 'net::ERR_ABORTED') complaints.push(`${request.url()} failed: ${reason}`);
      });
      page.on('request', request => {
        if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(origin))
          complaints.push(`asked ${request.url()}`);
      });
      await page.goto(`${origin}${path}`);
      return { page, complaints };
    },
  };
}

/** A test that needs the browser: skipped, and told as skipped, on a machine without one. */
export const browserTest = browserProgram() ? test : test.skip;
