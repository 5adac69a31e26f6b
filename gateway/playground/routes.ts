import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { prefersHtml } from '../prefers-html.ts';
import { securityHeaders } from './security-headers.ts';

interface PlaygroundOptions {
  /** The folder that `buildPlayground` filled: dist/ beside this file by default. */
  directory?: string;
}

/**
 * Serves the playground: its page at GET /graphql to clients that prefer HTML (all else at /graphql goes to the
 * unconstrained handler there) and its files below /playground/assets/. To be called before the app is ready,
 * before or after that handler is registered. Throws when the playground is not built.
 */
export function registerPlayground(app: FastifyInstance, options: PlaygroundOptions = {}): void {
  const directory = options.directory ?? join(import.meta.dirname, 'dist');
  if (!existsSync(join(directory, 'index.html'))) {
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
    scope.addHook('onSend', async (_request, reply) => {
      reply.headers(securityHeaders);
    });
    await scope.register(fastifyStatic, {
      root: join(directory, 'assets'),
      prefix: '/playground/assets/',
      index: false,
      immutable: true,
      maxAge: '1y',
    });
    scope.get('/graphql', { constraints: { prefersHtml: true }, exposeHeadRoute: false }, (_request, reply) =>
      reply.header('vary', 'Accept').sendFile('index.html', directory, { immutable: false, maxAge: 0 }),
    );
  });
}
