import { LockMode } from '@mikro-orm/mysql';
import { appendEntries } from '../../runtime/audit/append-entries.ts';
import { databaseTime } from '../../runtime/database-time.ts';
import { transaction } from '../../runtime/transaction.ts';
import type { Context } from './context.ts';
import { holderOfToken, spendOneTimeToken } from './one-time-token.ts';
import type { VerifyEmailInput } from './resolvers.generated.ts';
import { tokenInvalid } from './token-invalid.ts';
import { User } from './user.ts';

/** Notes that somebody reads what goes to the account's address: whoever has the token from the mail, signed in or not. */
export function verifyEmail({ token }: VerifyEmailInput, { em }: Context) {
  return transaction(em, async tx => {
    const holder = await holderOfToken(tx, 'VERIFY_EMAIL', token);
    const which = { id: holder?.id ?? '', emailKey: holder?.emailKey ?? '' };
    const user = await tx.findOne(User, which, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!user || !(await spendOneTimeToken(tx, 'VERIFY_EMAIL', token, user.id)))
      return { userErrors: [tokenInvalid()] };
    user.emailVerifiedAt = await databaseTime(tx);
    await appendEntries(tx, [{ action: 'EmailVerified', actorId: user.id, subjectId: user.id }]);
    return { userErrors: [] };
  });
}
