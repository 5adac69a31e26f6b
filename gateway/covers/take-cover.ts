import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { coverUploadMilliseconds, maxCoverBytes, uploadsAtOnce } from '../../covers/limits.ts';
import { reasonOf } from '../../runtime/reason-of.ts';
import type { CatalogCovers } from './catalog-covers.ts';
import { limitBytes, TooManyBytes } from './limit-bytes.ts';

const parameters = z.object({ bookId: z.string().max(100) });

const tooLarge = {
  book: null,
  userErrors: [
    {
      code: 'COVER_TOO_LARGE',
      message: `A cover has at most ${maxCoverBytes / 1024 ** 2} MB: save it smaller.`,
      field: null,
    },
  ],
};

const unavailable = {
  errors: [
    {
      message: 'The cover could not be taken at the moment. Try again.',
      extensions: { code: 'SERVICE_UNAVAILABLE' },
    },
  ],
};

/** More wait here than catalog takes at a time, but not without end. */
const mostAtOnce = 2 * uploadsAtOnce.all;

/**
 * Hands what a seller sends on to catalog, which decides. Nothing is kept here; a file that is too large is given up as
 * soon as that shows.
 */
export function coverTaker(catalog: CatalogCovers) {
  let atOnce = 0;

  async function handOn(request: FastifyRequest, reply: FastifyReply) {
    const { bookId } = parameters.parse(request.params);
    const { authorization, 'content-length': length } = request.headers;
    if (Number(length) > maxCoverBytes) return reply.code(413).send(tooLarge);
    const file = request.raw.pipe(limitBytes(maxCoverBytes));
    // Of a pipe, who reads does not hear that who writes has gone.
    const gone = new AbortController();
    request.raw.once('close', () => !request.raw.complete && gone.abort());
    let failure: unknown;
    file.once('error', error => {
      failure = error;
    });
    try {
      const signal = AbortSignal.any([gone.signal, AbortSignal.timeout(2 * coverUploadMilliseconds)]);
      const answer = await catalog.upload(bookId, file, { authorization, length, signal });
      if (answer.retryAfter) reply.header('retry-after', answer.retryAfter);
      return await reply.code(answer.status).send(answer.body);
    } catch (error) {
      if (failure instanceof TooManyBytes) return reply.code(413).send(tooLarge);
      request.log.warn({ reason: reasonOf(error), requestId: request.id }, 'a cover was not taken');
      return reply.code(503).header('retry-after', 5).send(unavailable);
    } finally {
      // What is left of it is read and thrown away, so that the client hears the answer.
      request.raw.unpipe(file);
      request.raw.resume();
    }
  }

  return async (request: FastifyRequest, reply: FastifyReply) => {
    if (atOnce >= mostAtOnce) return reply.code(503).header('retry-after', 10).send(unavailable);
    atOnce += 1;
    try {
      return await handOn(request, reply);
    } finally {
      atOnce -= 1;
    }
  };
}
