import type { EntityManager } from '@mikro-orm/mysql';
import { appendEntries } from '../../runtime/audit/append-entries.ts';
import type { Context } from './context.ts';
import { takeGuess } from './network-guesses.ts';
import type { AuthUserError } from './resolvers.generated.ts';

/** What somebody may prove to be somebody by, as the audit log calls it. */
export type Proof = 'password' | 'oneTimeCode';

/** Notes in the audit log that a proof of a user was refused, and answers why. */
export async function noteRefusal(
  em: EntityManager,
  { proof, subjectId }: { proof: Proof; subjectId: string | null },
  refusal: AuthUserError,
): Promise<AuthUserError> {
  await appendEntries(em, [{ action: `${proof}.refused`, subjectId, facts: { code: refusal.code } }]);
  return refusal;
}

/**
 * Notes in the audit log that a verb was refused since its token is unknown, has ended or was used. Anybody can make such
 * tokens up, and the log is kept for ever: a network is noted GUESSES_PER_NETWORK times an hour at the most, and only counted
 * (bookstore_operations_total) beyond.
 */
export async function noteInvalidToken(
  context: Context,
  verb: 'refreshTokens' | 'resetPassword' | 'verifyEmail',
  subjectId: string | null = null,
): Promise<void> {
  if ((await takeGuess(context, 'TOKEN')) !== undefined) return;
  await appendEntries(context.em, [{ action: `${verb}.refused`, subjectId }]);
}
