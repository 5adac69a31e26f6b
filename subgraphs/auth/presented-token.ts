import { badUserInput } from '../../runtime/errors.ts';
import { sessionHeader } from '../../runtime/session-cookie.ts';
import type { Context } from './context.ts';
import type { RefreshTokensInput } from './resolvers.generated.ts';

/**
 * The refresh token that a client presents: in the input, or in the cookie of a browser that says so; null for a browser
 * without one. BAD_USER_INPUT where it is presented in neither way or, since nobody could tell which one is meant, in both.
 */
export function presentedToken(input: RefreshTokensInput, { sessionCookie }: Context): string | null {
  const refreshToken = input.refreshToken ?? null;
  if (!sessionCookie) {
    if (refreshToken === null)
      throw badUserInput(
        `Give input.refreshToken, or say ${sessionHeader}: cookie where a browser keeps it in its cookie.`,
      );
    return refreshToken;
  }
  if (refreshToken !== null)
    throw badUserInput(
      `Give either input.refreshToken or the header ${sessionHeader}: cookie, which stands for the one in the cookie.`,
    );
  return sessionCookie.refreshToken;
}
