import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { keepFresh } from './keep-fresh.ts';
import { NoSuchPlace, type OfferedBook, readBooks, readPlaces } from './offered-books.ts';
import { originOf } from './origin.ts';

interface SitemapOptions {
  /** Sends a request to the store's API as someone who is not signed in. */
  send: typeof fetch;
  /** Where readers find the store; by default as each request names it. */
  storeUrl: string | undefined;
  /** How many books a page of the map tells. */
  booksOnPage?: number;
  /** How many pages of books the map has, beside the first: what older ones there are, it leaves out. */
  mostPages?: number;
}

/** How long a page is told again as it is, and how long it is that there are these pages, in milliseconds. */
const pageMilliseconds = 10 * 60 * 1000;
const placesMilliseconds = 60 * 60 * 1000;
/** How long somebody waits who asks for the first time which pages there are. */
const patienceMilliseconds = 5_000;
/** How many pages are kept. */
const mostKept = 50;

const xml = (element: 'urlset' | 'sitemapindex', content: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${element} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${content.join('\n')}</${element}>\n`;

const sendMap = (reply: FastifyReply, map: string): FastifyReply =>
  reply.header('cache-control', 'public, max-age=600').type('application/xml; charset=utf-8').send(map);

const sendLater = (reply: FastifyReply): FastifyReply => reply.code(503).header('retry-after', '60').send();

/** Pages of books, each read when it is asked for. */
function bookPages(send: typeof fetch, size: number): (after: string | null) => Promise<OfferedBook[]> {
  const kept = new Map<string | null, () => Promise<OfferedBook[]>>();
  return after => {
    const page = kept.get(after) ?? keepFresh(pageMilliseconds, () => readBooks(send, after, size));
    // The one that was asked for last is the last to go.
    kept.delete(after);
    kept.set(after, page);
    for (const [oldest] of kept) if (kept.size > mostKept) kept.delete(oldest);
    return page();
  };
}

/**
 * Tells search engines which pages there are: at /sitemap.xml of which parts the map is made, which are the pages that are
 * always there and books by the thousand. 503 while the catalogue does not answer.
 */
export function registerSitemap(
  app: FastifyInstance,
  { send, storeUrl, booksOnPage = 1_000, mostPages = 1_000 }: SitemapOptions,
): void {
  const places = keepFresh(placesMilliseconds, () => readPlaces(send, booksOnPage, mostPages));
  const booksAfter = bookPages(send, booksOnPage);

  app.get('/sitemap.xml', async (request, reply) => {
    const asked = places().catch(() => undefined);
    const found = await Promise.race([asked, delay(patienceMilliseconds, undefined, { ref: false })]);
    if (!found) return sendLater(reply);
    const parts = [
      'sitemap-pages.xml',
      'sitemap-books.xml',
      ...found.map(place => `sitemap-books.xml?after=${encodeURIComponent(place)}`),
    ];
    const origin = originOf(request, storeUrl);
    const content = parts.map(part => `<sitemap><loc>${origin}/${part}</loc></sitemap>`);
    return sendMap(reply, xml('sitemapindex', content));
  });

  app.get('/sitemap-pages.xml', async (request, reply) => {
    const origin = originOf(request, storeUrl);
    const content = ['/', '/books'].map(path => `<url><loc>${origin}${path}</loc></url>`);
    return sendMap(reply, xml('urlset', content));
  });

  app.get('/sitemap-books.xml', async (request, reply) => {
    try {
      const books = await booksAfter(new URLSearchParams(request.url.split('?')[1]).get('after'));
      const origin = originOf(request, storeUrl);
      const content = books.map(
        ({ id, updatedAt }) =>
          `<url><loc>${origin}/books/${encodeURIComponent(id)}</loc><lastmod>${updatedAt}</lastmod></url>`,
      );
      return sendMap(reply, xml('urlset', content));
    } catch (error) {
      return error instanceof NoSuchPlace ? reply.callNotFound() : sendLater(reply);
    }
  });
}
