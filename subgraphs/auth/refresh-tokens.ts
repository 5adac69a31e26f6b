import { type EntityManager, LockMode, sql } from '@mikro-orm/mysql';
import { appendEntries } from '../../runtime/audit/append-entries.ts';
import { databaseTime } from '../../runtime/database-time.ts';
import { transaction } from '../../runtime/transaction.ts';
import type { Context } from './context.ts';
import { endSessions } from './end-sessions.ts';
import { handOver } from './hand-over.ts';
import { issueTokens } from './issue-tokens.ts';
import { noteInvalidToken } from './note-refusal.ts';
import { presentedToken } from './presented-token.ts';
import { hashOfToken, newToken, RefreshToken, successorOf } from './refresh-token.ts';
import { repeatTokens } from './repeat-tokens.ts';
import type { RefreshTokensInput, Tokens } from './resolvers.generated.ts';
import { notEnded, Session } from './session.ts';
import { userError } from './user-error.ts';

/**
 * Changes a refresh token for new tokens, once; a second use of it means that somebody copied it. A browser alone may have
 * two tabs send the same one at the same moment, or send it again when the answer was lost, and is told the same.
 */
export async function refreshTokens(input: RefreshTokensInput, context: Context) {
  const token = presentedToken(input, context);
  const tokens = token && (await transaction(context.em, tx => exchange(tx, token, context)));
  if (!tokens) return { tokens: null, userErrors: [refreshTokenInvalid()] };
  return { tokens: handOver(tokens, context), userErrors: [] };
}

async function exchange(tx: EntityManager, token: string, context: Context): Promise<Tokens | null> {
  const salt = newToken();
  if (await markUsed(tx, token, salt)) return rotate(tx, token, successorOf(token, salt), context);
  const repeated = context.sessionCookie && (await repeatTokens(tx, token, context));
  if (!repeated) await refuse(tx, token, context);
  return repeated;
}

/** Marks a token as used: of several requests at the same moment one alone gets true. */
async function markUsed(tx: EntityManager, token: string, successorSalt: string): Promise<boolean> {
  const unused = { hash: hashOfToken(token), usedAt: null, expiresAt: { $gt: sql.now(3) } };
  return (await tx.nativeUpdate(RefreshToken, unused, { usedAt: sql.now(3), successorSalt })) === 1;
}

/** Notes a token that is not to be changed; one that was used ends its session. */
async function refuse(tx: EntityManager, token: string, context: Context): Promise<void> {
  const known = await tx.findOne(RefreshToken, { hash: hashOfToken(token) });
  if (!known?.usedAt) return noteInvalidToken({ ...context, em: tx }, 'refreshTokens', known?.sessionId);
  await appendEntries(tx, [{ action: 'refreshTokens.refused', subjectId: known.sessionId }]);
  await endSessions(tx, { id: known.sessionId });
}

async function rotate(
  tx: EntityManager,
  token: string,
  successor: string,
  context: Context,
): Promise<Tokens | null> {
  const { tokenSettings } = context;
  const { sessionId } = await tx.findOneOrFail(RefreshToken, { hash: hashOfToken(token) });
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
  const session = await tx.findOne(Session, { id: sessionId, ...notEnded() }, lock);
  if (!session) {
    await noteInvalidToken({ ...context, em: tx }, 'refreshTokens', sessionId);
    return null;
  }
  await tx.populate(session, ['user']);
  const { id: actorId } = session.user;
  await appendEntries(tx, [{ action: 'TokensRefreshed', actorId, subjectId: sessionId }]);
  const now = await databaseTime(tx);
  session.use(now, tokenSettings);
  return issueTokens(tx, session, successor, tokenSettings, now);
}

const refreshTokenInvalid = () =>
  userError('REFRESH_TOKEN_INVALID', 'This refresh token is not good any more. Log in again.', [
    'refreshToken',
  ]);
