import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { prefersHtml } from '../prefers-html.ts';
import { securityHeaders } from './security-headers.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** By which the page that is answered knows its own style elements; empty for files. */
    styleNonce: string;
  }
}

interface PlaygroundOptions {
  /** The folder that `buildPlayground` filled: dist/ beside this file by default. */
  directory?: string;
}

const noncePlace = /(?<=<meta name="style-nonce" content=")(?=")/;

/**
 * Serves the playground: its page at GET /graphql to clients that prefer HTML (all else at /graphql goes to the
 * unconstrained handler there) and its files below /playground/assets/. To be called before the app is ready,
 * before or after that handler is registered. Throws when the playground is not built.
 */
export function registerPlayground(app: FastifyInstance, options: PlaygroundOptions = {}): void {
  const directory = options.directory ?? join(import.meta.dirname, 'dist');
  const file = join(directory, 'index.html');
  const page = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (!noncePlace.test(page)) {
    throw new Error(
      'The playground is not built: run `node gateway/playground/build.ts`, or set PLAYGROUND=false.',
    );
  }
  app.addConstraintStrategy({
    name: 'prefersHtml',
    storage: () => {
      const handlers = new Map();
      return {
        get: wanted => handlers.get(wanted) ?? null,
        set: (wanted, handler) => handlers.set(wanted, handler),
      };
    },
    deriveConstraint: request => request.method === 'GET' && prefersHtml(request.headers.accept),
  });
  app.register(async scope => {
    scope.decorateRequest('styleNonce', '');
    scope.addHook('onSend', async (request, reply) => {
      reply.headers(securityHeaders(request.styleNonce));
    });
    await scope.register(fastifyStatic, {
      root: join(directory, 'assets'),
      prefix: '/playground/assets/',
      index: false,
      immutable: true,
      maxAge: '1y',
    });
    scope.get(
      '/graphql',
      { constraints: { prefersHtml: true }, exposeHeadRoute: false },
      (request, reply) => {
        request.styleNonce = randomBytes(16).toString('base64url');
        return reply
          .headers({ 'cache-control': 'no-store', vary: 'Accept' })
          .type('text/html; charset=utf-8')
          .send(page.replace(noncePlace, request.styleNonce));
      },
    );
  });
}
