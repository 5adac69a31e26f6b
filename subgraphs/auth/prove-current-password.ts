import type { Context } from './context.ts';
import { provePassword } from './prove-password.ts';
import type { AuthUserError } from './resolvers.generated.ts';
import type { User } from './user.ts';
import { userError } from './user-error.ts';

/** provePassword for the caller's own account, by the password in the input's field currentPassword. */
export async function proveCurrentPassword(
  context: Context,
  user: User,
  password: string,
): Promise<AuthUserError | undefined> {
  const refusal = await provePassword(context, user, password);
  return refusal?.code === 'CREDENTIALS_INVALID' ? currentPasswordWrong() : refusal;
}

/** For a password that was right, but is not any more. */
export const currentPasswordWrong = (): AuthUserError =>
  userError('CREDENTIALS_INVALID', 'The current password is wrong.', ['currentPassword']);
