import type { FastifyRequest } from 'fastify';

/**
 * What the gateway knows of a request: the caller's token as it came, the user agent; and how it
 * fares, which is noted here while it is served.
 */
export interface Context {
  authorization: string | undefined;
  userAgent: string | undefined;
  /** By performance.now(): after it nothing more is asked for this request. */
  deadline: number;
  /** Whether a subgraph was let work on it: what is begun is not turned away. */
  isUnderWay: boolean;
  /** Whether a subgraph was not asked at all: it is left alone for a moment, or too many wait for it. */
  isTurnedAway: boolean;
}

/** The context of requests that may take `timeoutMilliseconds` each, from their arrival on. */
export const contextMaker =
  (timeoutMilliseconds: number) =>
  (request: FastifyRequest): Context => ({
    authorization: request.headers.authorization,
    userAgent: request.headers['user-agent'],
    deadline: request.arrivedAt + timeoutMilliseconds,
    isUnderWay: false,
    isTurnedAway: false,
  });
