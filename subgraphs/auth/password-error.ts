import type { LeakedPasswords } from './leaked-passwords.ts';
import { commonPassword, passwordWeakness } from './password-rules.ts';
import type { AuthUserError } from './resolvers.generated.ts';
import { userError } from './user-error.ts';

/** What a new password is judged by, beside the account that it is for. */
export interface PasswordSettings {
  /** Where readers find the shop; undefined where the settings do not tell. */
  storeUrl: string | undefined;
  /** Undefined where leaked passwords are not looked up. */
  leakedPasswords: LeakedPasswords | undefined;
}

/**
 * The refusal of a new password, in the input's field with that name; undefined where it may be had. It takes up to a second
 * where leaked passwords are looked up, and looks at no account: not to be called within a transaction.
 */
export async function passwordError(
  password: string,
  { email, field }: { email: string | undefined; field: string },
  { storeUrl, leakedPasswords }: PasswordSettings,
): Promise<AuthUserError | undefined> {
  const weakness =
    passwordWeakness(password, { email, storeUrl }) ??
    ((await leakedPasswords?.has(password)) ? commonPassword : undefined);
  return weakness === undefined ? undefined : userError('PASSWORD_TOO_WEAK', weakness, [field]);
}
