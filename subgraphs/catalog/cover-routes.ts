import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { coverUploadMilliseconds, maxCoverBytes } from '../../covers/limits.ts';
import { coverFormats, coverWidths, widthNamed } from '../../covers/variants.ts';
import { rateLimited, serviceUnavailable } from '../../runtime/errors.ts';
import type { TokenVerifier } from '../../runtime/token-verifier.ts';
import { onBehalfOfRequest } from '../../runtime/tracing/request-span.ts';
import { actAs } from '../../runtime/tracing/scope.ts';
import { type Viewer, viewerOf } from '../../runtime/viewer.ts';
import { answerCoverError } from './cover-errors.ts';
import type { CoverMaking } from './cover-making.ts';
import { coverAnswer, refusalAnswer, type UploadAnswer } from './cover-upload-answer.ts';
import { currentCover, forCover } from './current-cover.ts';
import { findCover } from './find-cover.ts';
import { findOwnBook } from './lock-book.ts';
import { setCover } from './set-cover.ts';
import { UploadPlaces } from './upload-places.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sends a cover, once that was found to be allowed. */
    uploader: Viewer | null;
  }
}

const refusal = (message: string, code: string) => ({ errors: [{ message, extensions: { code } }] });

const uploadParameters = z.object({ bookId: z.string() });
const findParameters = z.object({
  bookId: z.string(),
  picture: z.string(),
  width: z.string().transform(widthNamed).pipe(z.literal(coverWidths)),
});
const findQuery = z.object({ format: z.enum(coverFormats) });

const send = (reply: FastifyReply, { status, body }: UploadAnswer) => reply.code(status).send(body);

/**
 * For the gateway alone, which has proved itself (provenSisters). POST /covers/BOOK_ID takes a picture from the seller
 * whose access token comes with it: who may not is refused before anything is read. GET /covers/BOOK_ID/PICTURE/WIDTH
 * is asked for what is not in the store of files, and answers the picture, or where another one is.
 */
export function registerCoverRoutes(
  app: FastifyInstance,
  options: { verifier: TokenVerifier; making: CoverMaking },
): void {
  const { verifier, making } = options;
  const places = new UploadPlaces();

  async function admit(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const { bookId } = uploadParameters.parse(request.params);
    const viewer = viewerOf({ caller: await verifier.identify(request.headers.authorization) });
    const found = forCover(await findOwnBook(making.database.fork(), bookId, viewer));
    if ('refusal' in found) return send(reply, refusalAnswer([found.refusal]));
    const place = places.take(viewer.id);
    if (place === 'theirs are taken')
      throw rateLimited('Wait until the pictures that you are sending have arrived.');
    if (place === 'all are taken') throw serviceUnavailable('What makes pictures');
    reply.raw.once('close', place);
    request.uploader = viewer;
    return undefined;
  }

  const upload = async (request: FastifyRequest, reply: FastifyReply) => {
    const { bookId } = uploadParameters.parse(request.params);
    const viewer = viewerOf({ caller: { viewer: request.uploader } });
    actAs(viewer.id);
    const content = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const { book, userErrors } = await setCover({ bookId, content, viewer }, making);
    if (book) return send(reply, coverAnswer(book, await currentCover(making.database.fork(), bookId)));
    return send(reply, refusalAnswer(userErrors));
  };

  const find = async (request: FastifyRequest, reply: FastifyReply) => {
    const parameters = findParameters.safeParse(request.params);
    const query = findQuery.safeParse(request.query);
    const found =
      parameters.success && query.success && (await findCover(parameters.data, query.data.format, making));
    if (!found) return reply.code(404).send(refusal('There is no such cover.', 'NOT_FOUND'));
    return 'content' in found ? reply.type(`image/${query.data.format}`).send(found.content) : found;
  };

  app.register(async scope => {
    scope.decorateRequest('uploader', null);
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.setErrorHandler(answerCoverError);
    scope.addHook('onRequest', async (request, reply) => {
      if (request.sister === 'gateway') return undefined;
      return reply.code(401).send(refusal('Only the gateway may ask this.', 'UNAUTHENTICATED'));
    });
    const onBehalf = { trustsTraceparent: true };
    scope.post(
      '/covers/:bookId',
      {
        bodyLimit: maxCoverBytes,
        config: { uploadMilliseconds: coverUploadMilliseconds },
        onRequest: admit,
      },
      onBehalfOfRequest(upload, onBehalf),
    );
    scope.get('/covers/:bookId/:picture/:width', onBehalfOfRequest(find, onBehalf));
  });
}
