import type { FastifyRequest } from 'fastify';

/** Where readers find the store: as its settings say, else as the request names it. */
export function originOf(request: FastifyRequest, storeUrl: string | undefined): string {
  if (storeUrl !== undefined) return new URL(storeUrl).origin;
  const forwarded = request.headers['x-forwarded-proto'];
  const protocol = forwarded === 'https' ? 'https' : request.protocol;
  return `${protocol}://${request.host}`;
}
