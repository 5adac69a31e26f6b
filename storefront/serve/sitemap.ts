import type { FastifyInstance } from 'fastify';
import { originOf } from './origin.ts';

interface NewestBooks {
  data?: {
    books: {
      nodes: { id: string; updatedAt: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    } | null;
  } | null;
}

const query = `query Sitemap($after: String) {
  books(sort: NEWEST, first: 100, after: $after) { nodes { id updatedAt } pageInfo { hasNextPage endCursor } }
}`;

/** Of so many books, the newest, the map tells; search engines find the others through the catalogue. */
const mostBooks = 1_000;

/** How long a map is told again as it is, in milliseconds. */
const freshMilliseconds = 10 * 60 * 1000;

async function readBooks(send: typeof fetch): Promise<{ id: string; updatedAt: string }[]> {
  const found: { id: string; updatedAt: string }[] = [];
  let after: string | null = null;
  while (found.length < mostBooks) {
    const answer = await send('/graphql', {
      method: 'POST',
      body: JSON.stringify({ query, variables: { after } }),
    });
    const { data }: NewestBooks = JSON.parse(await answer.text());
    if (!data?.books) throw new Error('The catalogue does not answer.');
    found.push(...data.books.nodes);
    after = data.books.pageInfo.endCursor;
    if (!data.books.pageInfo.hasNextPage) break;
  }
  return found;
}

/** Tells search engines at /sitemap.xml which pages there are; 503 while the catalogue does not answer. */
export function registerSitemap(
  app: FastifyInstance,
  { send, storeUrl }: { send: typeof fetch; storeUrl: string | undefined },
): void {
  let kept: { books: ReturnType<typeof readBooks>; at: number } | undefined;
  app.get('/sitemap.xml', async (request, reply) => {
    if (!kept || performance.now() - kept.at > freshMilliseconds)
      kept = { books: readBooks(send), at: performance.now() };
    try {
      const books = await kept.books;
      const origin = originOf(request, storeUrl);
      const pages = ['/', '/books'].map(path => `<url><loc>${origin}${path}</loc></url>`);
      const offers = books.map(
        ({ id, updatedAt }) =>
          `<url><loc>${origin}/books/${encodeURIComponent(id)}</loc><lastmod>${updatedAt}</lastmod></url>`,
      );
      return await reply
        .header('cache-control', 'public, max-age=600')
        .type('application/xml; charset=utf-8')
        .send(
          `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${[...pages, ...offers].join('\n')}</urlset>\n`,
        );
    } catch {
      kept = undefined;
      return reply.code(503).header('retry-after', '60').send();
    }
  });
}
