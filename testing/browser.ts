import { afterAll, beforeAll, test } from '@jest/globals';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { browserProgram } from './browser-program.ts';
import { type StoreUser, sharedStore } from './use-store.ts';

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

/** The store that tests share, and a browser that the tests of one file share. */
export interface SharedBrowser {
  store: StoreUser;
  /** Where the store's pages are. */
  origin: string;
  /** Somebody else's window: with no cookies yet, in English unless it is said. */
  newContext(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** A page at a path of the store. */
  visit(path: string, look?: Look): Promise<Visit>;
}

/**
 * Opens the browser before the tests of the file that calls this, and closes it after them; either may take so many milliseconds.
 * Without a browser on the machine nothing is opened, and newContext and visit reject.
 */
export function sharedBrowser(patienceMilliseconds: number): SharedBrowser {
  const store = sharedStore();
  const origin = store.nobody().url;
  let opened: Awaited<ReturnType<typeof openBrowser>> | undefined;
  const needed = () => {
    if (!opened) throw new Error('There is no browser.');
    return opened;
  };
  beforeAll(async () => {
    if (browserProgram()) opened = await openBrowser(origin);
  }, patienceMilliseconds);
  afterAll(async () => {
    await opened?.browser.close();
  }, patienceMilliseconds);
  return {
    store,
    origin,
    newContext: async options => needed().browser.newContext({ locale: 'en', ...options }),
    visit: async (path, look) => needed().visit(path, look),
  };
}

/** A test that needs the browser: skipped, and told as skipped, on a machine without one. */
export const browserTest = browserProgram() ? test : test.skip;
