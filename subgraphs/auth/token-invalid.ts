import type { AuthUserError } from './resolvers.generated.ts';
import { userError } from './user-error.ts';

/** A token from a mail does not hold: which of the reasons it is, is never told. */
export const tokenInvalid = (): AuthUserError =>
  userError('TOKEN_INVALID', 'This link has ended or was used before. Ask for another mail.', ['token']);
