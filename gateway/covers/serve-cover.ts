import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { coverFile, coverPath, isPicture } from '../../covers/picture.ts';
import { coverWidths, widthNamed } from '../../covers/variants.ts';
import type { FileStore } from '../../runtime/files/file-store.ts';
import { isId } from '../../runtime/ids.ts';
import { reasonOf } from '../../runtime/reason-of.ts';
import { agreeOnFormat } from './agree-on-format.ts';
import type { CatalogCovers } from './catalog-covers.ts';

const parameters = z.object({
  bookId: z.string().refine(isId),
  picture: z.string().refine(isPicture),
  width: z.string().transform(widthNamed).pipe(z.literal(coverWidths)),
});

const refusal = (message: string, code: string) => ({ errors: [{ message, extensions: { code } }] });
const nothing = refusal('There is no such cover.', 'NOT_FOUND');
const unavailable = refusal('Covers cannot be had at the moment. Try again.', 'SERVICE_UNAVAILABLE');

/** A year: what stands under a path never changes. */
const forEver = 'public, max-age=31536000, immutable';
const forAMinute = 'public, max-age=60';

/**
 * Answers a cover from the store of files; what is not there, catalog is asked for. A path that a book had before leads to
 * the one that it has now.
 */
export const coverServer =
  (files: FileStore, catalog: CatalogCovers) => async (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('vary', 'Accept');
    const { success, data } = parameters.safeParse(request.params);
    if (!success) return reply.code(404).send(nothing);
    const { bookId, picture, width } = data;
    const format = agreeOnFormat(request.headers.accept);
    const name = coverFile(picture, { width, format });
    const find = async () =>
      (await files.read(name)) ??
      (await catalog.find(coverPath(bookId, picture, width), format, request.arrivedAt));
    try {
      const found = await find();
      if (!found) return reply.code(404).header('cache-control', forAMinute).send(nothing);
      if (!Buffer.isBuffer(found))
        return reply.header('cache-control', forAMinute).redirect(found.movedTo, 302);
      const etag = `"${picture}-${width}-${format}"`;
      const disposition = `inline; filename="cover.${format}"`;
      reply.headers({ 'cache-control': forEver, etag, 'content-disposition': disposition });
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      return reply.type(`image/${format}`).send(found);
    } catch (error) {
      request.log.warn({ reason: reasonOf(error), requestId: request.id }, 'a cover could not be had');
      return reply.code(503).headers({ 'cache-control': 'no-store', 'retry-after': 5 }).send(unavailable);
    }
  };
