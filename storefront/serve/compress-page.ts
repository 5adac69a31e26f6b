import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

// As much as pays off for what is sent once.
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** The body of a page as the browser takes it best; says so in the reply's headers. */
export async function compressPage(
  request: FastifyRequest,
  reply: FastifyReply,
  html: string,
): Promise<string | Buffer> {
  const taken = String(request.headers['accept-encoding'] ?? '');
  if (/\bbr\b/.test(taken)) {
    reply.header('content-encoding', 'br');
    return promisify(brotliCompress)(html, brotliOptions);
  }
  if (/\bgzip\b/.test(taken)) {
    reply.header('content-encoding', 'gzip');
    return promisify(gzip)(html);
  }
  return html;
}
