import { GraphQLError } from 'graphql';

const error = (message: string, code: string) => new GraphQLError(message, { extensions: { code } });

/** The caller brought no valid token. */
export const unauthenticated = (message = 'Sign in first: this needs a valid access token.') =>
  error(message, 'UNAUTHENTICATED');

/** The caller is signed in but lacks the role. */
export const forbidden = (message = 'Your account may not do this.') => error(message, 'FORBIDDEN');

/** The input is malformed: the message says what to send instead. */
export const badUserInput = (message: string) => error(message, 'BAD_USER_INPUT');

/** A part of the store cannot be reached; the same request may work in a moment. */
export const serviceUnavailable = (part: string) =>
  error(`${part} cannot be reached at the moment. Try again.`, 'SERVICE_UNAVAILABLE');
