import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const securityHeaders = {
  'content-security-policy': [
    "default-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
};

const files = {
  '/': 'index.html',
  '/storefront/style.css': 'style.css',
  '/storefront/book-list.css': 'book-list.css',
  '/storefront/newest-books.js': 'newest-books.js',
  '/storefront/favicon.svg': 'favicon.svg',
};

/** Serves the shop's front page at / and its files below /storefront/. To be called before the app is ready. */
export function registerStorefront(app: FastifyInstance): void {
  app.register(async scope => {
    scope.addHook('onSend', async (_request, reply) => {
      reply.headers(securityHeaders);
    });
    await scope.register(fastifyStatic, { root: import.meta.dirname, serve: false });
    for (const [url, file] of Object.entries(files)) {
      scope.get(url, (_request, reply) => reply.sendFile(file));
    }
  });
}
