import type { FastifyInstance } from 'fastify';
import { originOf } from './origin.ts';

/** What is for one reader alone, and what is not for people. */
const closed = ['/account', '/buy/', '/purchases', '/selling', '/sales', '/income', '/admin/', '/graphql'];

/** Tells search engines at /robots.txt where to look and where not. */
export function registerRobots(app: FastifyInstance, storeUrl: string | undefined): void {
  app.get('/robots.txt', async (request, reply) => {
    const lines = [
      'User-agent: *',
      ...closed.map(path => `Disallow: ${path}`),
      '',
      `Sitemap: ${originOf(request, storeUrl)}/sitemap.xml`,
    ];
    return reply
      .header('cache-control', 'public, max-age=3600')
      .type('text/plain; charset=utf-8')
      .send(`${lines.join('\n')}\n`);
  });
}
