import { GraphQLError } from 'graphql';

const error = (message: string, code: string, cause?: unknown) =>
  new GraphQLError(message, {
    extensions: { code },
    ...(cause instanceof Error && { originalError: cause }),
  });

/** The caller brought no valid token. */
export const unauthenticated = (message = 'Sign in first: this needs a valid access token.') =>
  error(message, 'UNAUTHENTICATED');

/** The caller is signed in but lacks the role. */
export const forbidden = (message = 'Your account may not do this.') => error(message, 'FORBIDDEN');

/** The input is malformed: the message says what to send instead. */
export const badUserInput = (message: string) => error(message, 'BAD_USER_INPUT');

/** A part of the store cannot be reached; the same request may work in a moment. Logs show the `cause`, clients do not see it. */
export const serviceUnavailable = (part: string, cause?: unknown) =>
  error(`${part} cannot be reached at the moment. Try again.`, 'SERVICE_UNAVAILABLE', cause);

/** There is too much to do of a kind at the moment: nothing was done. The message says so, and that the same may work in a moment. */
export const tooBusy = (message: string) => error(message, 'SERVICE_UNAVAILABLE');

/** The caller asks for more at a time than one may: the message says what to wait for. */
export const rateLimited = (message: string) => error(message, 'RATE_LIMITED');
