import type { FastifyReply, FastifyRequest } from 'fastify';

/** So many Accept headers are kept in mind; browsers and clients have a few. */
const most = 100;

/** What Apollo Server answers in, by the Accept headers that it has met: the same one is not negotiated again. */
export class ContentTypes {
  readonly #ofAccept = new Map<string, string>();

  /** The Content-Type of an answer to a request; undefined where that is not known. */
  of({ headers: { accept = '' } }: FastifyRequest): string | undefined {
    return this.#ofAccept.get(accept);
  }

  /** Keeps in mind by what Content-Type Apollo Server has answered a request. */
  learn({ headers: { accept = '' } }: FastifyRequest, reply: FastifyReply): void {
    const contentType = reply.getHeader('content-type');
    if (reply.statusCode !== 200 || typeof contentType !== 'string') return;
    if (this.#ofAccept.size >= most) this.#ofAccept.clear();
    this.#ofAccept.set(accept, contentType);
  }
}
