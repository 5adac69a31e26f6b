import type { Context } from './context.ts';
import { proveCode } from './prove-code.ts';
import type { AuthUserError } from './resolvers.generated.ts';
import type { SecondFactor } from './second-factor.ts';
import { userError } from './user-error.ts';

/**
 * For who has proved the password of an account with this second factor: undefined where the code is one of it; otherwise
 * SECOND_FACTOR_REQUIRED without a code, or what proveCode refuses it for.
 */
export async function proveSecondFactor(
  context: Context,
  factor: SecondFactor,
  code: string | null | undefined,
): Promise<AuthUserError | undefined> {
  return code == null ? codeRequired() : proveCode(context, factor, code);
}

const codeRequired = () =>
  userError(
    'SECOND_FACTOR_REQUIRED',
    'This account has a second factor. Log in with the code that your app shows, too, or with a recovery code.',
    ['oneTimeCode'],
  );
