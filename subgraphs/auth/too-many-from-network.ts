import type { AuthUserError } from './resolvers.generated.ts';
import { userError } from './user-error.ts';

/** The client's network has guessed too often: no account is looked at. */
export const tooManyFromNetwork = (seconds: number): AuthUserError =>
  userError(
    'TOO_MANY_ATTEMPTS',
    `There were too many attempts from your network. Try again in ${seconds} seconds.`,
  );
