import type { FastifyRequest } from 'fastify';

/** A name or an address, with a port or without: nothing that could end the text that it is put into. */
const soundHost = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/** Where readers find the store: as its settings say, else as the request names it, if that is a name. */
export function originOf(request: FastifyRequest, storeUrl: string | undefined): string {
  if (storeUrl !== undefined) return new URL(storeUrl).origin;
  // What is before us may call us by TLS for a reader who called it without.
  const forwarded = request.headers['x-forwarded-proto'];
  const protocol = forwarded === 'https' || forwarded === 'http' ? forwarded : request.protocol;
  return `${protocol}://${soundHost.test(request.host) ? request.host : 'localhost'}`;
}
