import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { prefersHtml } from '../../gateway/prefers-html.ts';
import { builtFolder } from '../built-folder.ts';
import { chooseLanguage } from './choose-language.ts';
import { compressPage } from './compress-page.ts';
import { originOf } from './origin.ts';
import { readTemplate } from './page-template.ts';
import { rendererInTime } from './render-in-time.ts';
import type { PageBundle } from './rendered-page.ts';
import { registerRobots } from './robots.ts';
import { securityHeaders } from './security-headers.ts';
import { registerSitemap } from './sitemap.ts';

interface StorefrontOptions {
  /** Sends a request to the store's API as someone who is not signed in. */
  send: typeof fetch;
  /** Where readers find the store, such as https://books.example; by default as each request names it. */
  storeUrl: string | undefined;
  /** Whether the gateway serves the playground too. */
  hasPlayground: boolean;
  /** How long a page may take to be rendered; after it the browser does that. */
  renderMilliseconds: number;
}

/**
 * Serves the shop: its pages at their addresses, public ones rendered for anyone, and its files below /shop/. To be
 * called before the app is ready. Throws when the shop is not built.
 */
export async function registerStorefront(app: FastifyInstance, options: StorefrontOptions): Promise<void> {
  const dist = builtFolder();
  const { findPage, renderPage }: PageBundle = await import(
    pathToFileURL(join(dist, 'server/server.js')).href
  );
  const { hasPlayground, send } = options;
  const template = readTemplate(join(dist, 'client'), hasPlayground);
  const render = rendererInTime(renderPage, options.renderMilliseconds, error =>
    app.log.warn({ err: error }, 'a page was not rendered'),
  );

  await app.register(async scope => {
    scope.addHook('onSend', async (_request, reply) => {
      reply.headers(securityHeaders);
    });
    await scope.register(fastifyStatic, {
      root: join(dist, 'client/assets'),
      prefix: '/shop/assets/',
      index: false,
      immutable: true,
      maxAge: '1y',
      preCompressed: true,
    });
    registerRobots(scope, options.storeUrl);
    registerSitemap(scope, options);
    scope.get('/*', async (request, reply) => {
      const url = URL.parse(`${originOf(request, options.storeUrl)}${request.url}`);
      if (!url) return reply.callNotFound();
      const page = findPage(url.pathname);
      if (page?.file.startsWith('pages/not-found') && !prefersHtml(request.headers.accept))
        return reply.callNotFound();
      const language = chooseLanguage(url.searchParams, request.headers);
      const rendered = page?.isPublic
        ? await render({ url: url.href, language, hasPlayground, send })
        : undefined;
      return reply
        .code(rendered?.status ?? 200)
        .type('text/html; charset=utf-8')
        .headers({ 'cache-control': 'no-cache', vary: 'accept, accept-encoding, accept-language, cookie' })
        .send(await compressPage(request, reply, template.fill(language, page, rendered)));
    });
  });
}
