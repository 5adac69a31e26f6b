import type { EntityManager } from '@mikro-orm/mysql';
import { appendEntries } from '../../runtime/audit/append-entries.ts';
import { isDuplicate } from '../../runtime/database-errors.ts';
import { transaction } from '../../runtime/transaction.ts';
import { viewerOf } from '../../runtime/viewer.ts';
import { carryAttempts } from './attempts.ts';
import type { Context } from './context.ts';
import { emailError, emailKeyOf, emailTaken, normalEmail } from './email-address.ts';
import { findViewer } from './find-viewer.ts';
import { lockViewer } from './lock-viewer.ts';
import { requestMail } from './mail/request-mail.ts';
import { takeGuess } from './network-guesses.ts';
import { currentPasswordWrong, proveCurrentPassword } from './prove-current-password.ts';
import type { AuthUserError, UpdateProfileInput } from './resolvers.generated.ts';
import { tellUserUpdated } from './tell-user-updated.ts';
import { tooManyFromNetwork } from './too-many-from-network.ts';
import { emailUnique, User } from './user.ts';
import { userError } from './user-error.ts';
import { nameError, normalName } from './user-name.ts';

/** Changes the caller's name or e-mail address, proved by the password where that is given; what is left out, or null, stays. */
export async function updateProfile(input: UpdateProfileInput, context: Context) {
  const viewer = viewerOf(context);
  const known = await findViewer(context.em, viewer);
  const unproved = await proveChange(context, known, input);
  if (unproved) return refused([unproved]);
  const name = input.name == null ? undefined : normalName(input.name);
  const email = input.email == null ? undefined : normalEmail(input.email);
  const errors = [
    name === undefined ? undefined : nameError(name),
    email === undefined
      ? undefined
      : (emailError(email) ?? (await takenByAnother(context, viewer.id, email))),
  ].filter(error => error !== undefined);
  if (errors.length > 0) return refused(errors);
  try {
    return await transaction(context.em, async tx => {
      const account = await lockViewer(tx, viewer);
      if (input.currentPassword != null && account.passwordHash !== known.passwordHash)
        return refused([currentPasswordWrong()]);
      if (isPasswordMissing(context, account, input)) return refused([passwordNeeded()]);
      if (email !== undefined) await changeEmail(tx, account, email);
      if (name !== undefined && name !== account.name) {
        account.name = name;
        await tellUserUpdated(tx, account);
      }
      return { user: account, userErrors: [] };
    });
  } catch (error) {
    if (isDuplicate(error, emailUnique)) return refused([emailTaken()]);
    throw error;
  }
}

/** Nothing of other accounts is told before the password is proved. */
async function proveChange(
  context: Context,
  known: User,
  input: UpdateProfileInput,
): Promise<AuthUserError | undefined> {
  if (input.currentPassword != null) return proveCurrentPassword(context, known, input.currentPassword);
  return isPasswordMissing(context, known, input) ? passwordNeeded() : undefined;
}

/** To be asked of the locked row too: its address may be another one since, which nobody takes back without the password. */
const isPasswordMissing = (
  { emailChangeNeedsPassword }: Context,
  { emailKey }: User,
  { email, currentPassword }: UpdateProfileInput,
): boolean =>
  emailChangeNeedsPassword && currentPassword == null && email != null && emailKeyOf(email) !== emailKey;

const passwordNeeded = () =>
  userError('CREDENTIALS_INVALID', 'Give your current password, to have another e-mail address.', [
    'currentPassword',
  ]);

async function changeEmail(tx: EntityManager, account: User, email: string): Promise<void> {
  const formerKey = account.emailKey;
  account.changeEmail(email);
  await tx.flush();
  if (account.emailKey === formerKey) return;
  await appendEntries(tx, [{ action: 'EmailChanged', subjectId: account.id }]);
  await carryAttempts(tx, formerKey, account.emailKey);
  await requestMail(tx, 'EMAIL_CHANGED', formerKey);
  await requestMail(tx, 'VERIFY_EMAIL', account.emailKey);
}

/** Told so often alone as GUESSES_PER_NETWORK allows. */
async function takenByAnother(
  context: Context,
  viewerId: string,
  email: string,
): Promise<AuthUserError | undefined> {
  const others = await context.em.count(User, { emailKey: emailKeyOf(email), id: { $ne: viewerId } });
  if (others === 0) return undefined;
  const seconds = await takeGuess(context, 'TAKEN_EMAIL');
  return seconds === undefined ? emailTaken() : tooManyFromNetwork(seconds);
}

const refused = (userErrors: AuthUserError[]) => ({ user: null, userErrors });
