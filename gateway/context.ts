import type { FastifyRequest } from 'fastify';

/** What the gateway passes on of a request: the caller's token as it came, the request's id, the user agent. */
export interface Context {
  authorization: string | undefined;
  requestId: string;
  userAgent: string | undefined;
}

export const createContext = (request: FastifyRequest): Context => ({
  authorization: request.headers.authorization,
  requestId: request.id,
  userAgent: request.headers['user-agent'],
});
