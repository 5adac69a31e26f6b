import type { BlockList } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { isCookieSession, refreshTokenPart } from '../runtime/session-cookie.ts';
import { clientNetworkOf } from './client-network.ts';

/**
 * What the gateway knows of a request: the caller's token as it came, the user agent, where it comes from, the session's
 * cookie; and how it fares, which is noted here while it is served.
 */
export interface Context {
  authorization: string | undefined;
  userAgent: string | undefined;
  /** For auth alone, which counts guesses by it: where it comes from; undefined where nobody but ourselves asks. */
  clientNetwork: () => string | undefined;
  /** For auth alone; undefined where the client keeps its refresh token itself. */
  session: CookieSession | undefined;
  /** By performance.now(): after it nothing more is asked for this request. */
  deadline: number;
  /** Whether a subgraph was let work on it: what is begun is not turned away. */
  isUnderWay: boolean;
  /** Whether a subgraph was not asked at all: it is left alone for a moment, or too many wait for it. */
  isTurnedAway: boolean;
  /** Whether it is given a password, which auth takes long to hash: it waits in a line with others of that kind alone. */
  hasPassword: boolean;
}

/** The session of a browser that keeps its refresh token in a cookie. */
export interface CookieSession {
  /** `name=value`, as it came; undefined where the browser has none. */
  cookie: string | undefined;
  /** The Set-Cookie by which auth changes it; undefined until auth does. */
  setCookie: string | undefined;
}

/** The context of requests that may take `timeoutMilliseconds` each, from their arrival on, and come by these proxies, if any. */
export const contextMaker =
  (timeoutMilliseconds: number, proxies: BlockList) =>
  (request: FastifyRequest): Context => ({
    authorization: request.headers.authorization,
    userAgent: request.headers['user-agent'],
    clientNetwork: () => clientNetworkOf(request, proxies),
    session: isCookieSession(request.headers)
      ? { cookie: refreshTokenPart(request.headers.cookie), setCookie: undefined }
      : undefined,
    deadline: request.arrivedAt + timeoutMilliseconds,
    isUnderWay: false,
    isTurnedAway: false,
    hasPassword: false,
  });
