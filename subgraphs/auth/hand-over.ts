import type { Context } from './context.ts';
import type { Tokens } from './resolvers.generated.ts';

/**
 * Tokens as their client gets them: a browser that keeps its session in a cookie gets the refresh token there, and none that
 * its page could read. To be called after the commit, so that no browser keeps a token that is not.
 */
export function handOver(tokens: Tokens, { sessionCookie }: Context): Tokens {
  if (!sessionCookie) return tokens;
  sessionCookie.keep(tokens.refreshToken, tokens.refreshTokenExpiresAt);
  return { ...tokens, refreshToken: '' };
}
