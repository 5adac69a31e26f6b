import { LockMode } from '@mikro-orm/mysql';
import { databaseTime } from '../../runtime/database-time.ts';
import { transaction } from '../../runtime/transaction.ts';
import { viewerOf } from '../../runtime/viewer.ts';
import { base32Of } from './base32.ts';
import type { Context } from './context.ts';
import { findViewer } from './find-viewer.ts';
import { lockViewer } from './lock-viewer.ts';
import { currentPasswordWrong, proveCurrentPassword } from './prove-current-password.ts';
import type { AuthUserError, BeginSecondFactorInput } from './resolvers.generated.ts';
import { SecondFactor } from './second-factor.ts';
import { newSecret, otpauthUri, sealSecret } from './second-factor-secret.ts';
import { userError } from './user-error.ts';

/**
 * Makes the secret of a second factor for the caller, proved by the password. Login asks for it once confirmSecondFactor has; one
 * that is not confirmed within confirmMinutes ends.
 */
export async function beginSecondFactor({ currentPassword }: BeginSecondFactorInput, context: Context) {
  const viewer = viewerOf(context);
  const known = await findViewer(context.em, viewer);
  const unproved = await proveCurrentPassword(context, known, currentPassword);
  if (unproved) return refused(unproved);
  const secret = newSecret();
  return transaction(context.em, async tx => {
    const user = await lockViewer(tx, viewer);
    if (user.passwordHash !== known.passwordHash) return refused(currentPasswordWrong());
    // Locked, so that one which has ended is not swept just when it is begun anew.
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
    const before = await tx.findOne(SecondFactor, { userId: user.id }, lock);
    if (before?.confirmedAt) return refused(isOnAlready());
    const begun = {
      sealedSecret: sealSecret(secret, user.id, context.settingsKey),
      createdAt: await databaseTime(tx),
      lastStep: 0,
    };
    if (before) tx.assign(before, begun);
    else tx.create(SecondFactor, { userId: user.id, confirmedAt: null, ...begun });
    const uri = otpauthUri(secret, { issuer: issuerOf(context), account: user.email });
    return { secret: base32Of(secret), uri, userErrors: [] };
  });
}

/** What the app calls the store. */
const issuerOf = ({ storeUrl = '' }: Context): string => URL.parse(storeUrl)?.hostname ?? 'Bookstore';

const isOnAlready = () =>
  userError(
    'SECOND_FACTOR_ON',
    'The account has a second factor already. Remove it first, then begin another one.',
  );

const refused = (error: AuthUserError) => ({ secret: null, uri: null, userErrors: [error] });
