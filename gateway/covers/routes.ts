import type { FastifyInstance } from 'fastify';
import { coverUploadMilliseconds } from '../../covers/limits.ts';
import type { FileStore } from '../../runtime/files/file-store.ts';
import { onBehalfOfRequest } from '../../runtime/tracing/request-span.ts';
import type { CatalogCovers } from './catalog-covers.ts';
import { coverServer } from './serve-cover.ts';
import { coverTaker } from './take-cover.ts';

/** Other sites may show a book's picture, as those do with whom its page is shared. */
const isForAll = { 'cross-origin-resource-policy': 'cross-origin' };

/**
 * The pictures of books: GET /covers/BOOK_ID/PICTURE/WIDTH, for ever the same, in the format that suits the client; and
 * POST /covers/BOOK_ID, by which a seller sends one, as it is, with the access token that goes with all requests.
 */
export function registerCovers(app: FastifyInstance, files: FileStore, catalog: CatalogCovers): void {
  const onBehalf = { trustsTraceparent: false };
  app.register(async scope => {
    scope.addHook('onSend', async (_request, reply) => {
      reply.headers(isForAll);
    });
    // Nothing is read here but by whom it is handed to.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.get('/covers/:bookId/:picture/:width', onBehalfOfRequest(coverServer(files, catalog), onBehalf));
    scope.post(
      '/covers/:bookId',
      { config: { uploadMilliseconds: coverUploadMilliseconds } },
      onBehalfOfRequest(coverTaker(catalog), onBehalf),
    );
  });
}
