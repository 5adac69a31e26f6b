import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The header by which a browser says, `x-session: cookie`, that its refresh token is kept in a cookie. Strangers' pages
 * cannot send it: browsers ask us first (CORS), and we do not allow it.
 */
export const sessionHeader = 'x-session';

const name = '__Host-refresh-token';
const sound = new RegExp(`^${name}=[\\w-]{0,100}$`);
// The prefix has browsers take it with these alone, and from the very host that it goes back to.
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Strict';

/** Whether a request says that its client keeps its session in a cookie. */
export const isCookieSession = (headers: FastifyRequest['headers']): boolean =>
  headers[sessionHeader] === 'cookie';

/** Of a Cookie header, or of a Set-Cookie one, what is about the refresh token: `__Host-refresh-token=…`; undefined if nothing. */
export const refreshTokenPart = (header: string | undefined): string | undefined =>
  header?.split(/; */).find(part => sound.test(part));

/** Where the refresh token of a browser is: a cookie, which the page cannot read. */
export class SessionCookie {
  /** What the browser sent; null where it has none. */
  readonly refreshToken: string | null;
  readonly #reply: FastifyReply;

  constructor(request: FastifyRequest, reply: FastifyReply) {
    this.refreshToken = refreshTokenPart(request.headers.cookie)?.slice(name.length + 1) || null;
    this.#reply = reply;
  }

  /** Has the browser keep a refresh token until it ends. */
  keep(refreshToken: string, expiresAt: Date): void {
    const seconds = Math.max(0, Math.round((expiresAt.getTime() - Date.now()) / 1000));
    this.#send(refreshToken, seconds);
  }

  /** Has the browser forget it. */
  clear(): void {
    this.#send('', 0);
  }

  // What is said last holds.
  #send(value: string, seconds: number): void {
    this.#reply.removeHeader('set-cookie');
    this.#reply.header('set-cookie', `${name}=${value}; Max-Age=${seconds}; ${attributes}`);
  }
}
