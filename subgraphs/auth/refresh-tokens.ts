import { type EntityManager, LockMode, sql } from '@mikro-orm/mysql';
import { databaseTime } from '../../runtime/database-time.ts';
import { transaction } from '../../runtime/transaction.ts';
import type { Context } from './context.ts';
import { endSessions } from './end-sessions.ts';
import { issueTokens } from './issue-tokens.ts';
import { hashOfToken, RefreshToken } from './refresh-token.ts';
import type { RefreshTokensInput, Tokens } from './resolvers.generated.ts';
import { notEnded, Session } from './session.ts';
import { userError } from './user-error.ts';

/** Changes a refresh token for new tokens, once; a second use of it means that somebody copied it. */
export async function refreshTokens({ refreshToken }: RefreshTokensInput, context: Context) {
  const hash = hashOfToken(refreshToken);
  const tokens = await transaction(context.em, async tx => {
    if (await useToken(tx, hash)) return rotate(tx, hash, context);
    await endSessionOfUsed(tx, hash);
    return null;
  });
  return { tokens, userErrors: tokens ? [] : [refreshTokenInvalid()] };
}

/** Marks a token as used: of several requests at the same moment one alone gets true. */
async function useToken(tx: EntityManager, hash: string): Promise<boolean> {
  const unused = { hash, usedAt: null, expiresAt: { $gt: sql.now(3) } };
  return (await tx.nativeUpdate(RefreshToken, unused, { usedAt: sql.now(3) })) === 1;
}

async function endSessionOfUsed(tx: EntityManager, hash: string): Promise<void> {
  const used = await tx.findOne(RefreshToken, { hash, usedAt: { $ne: null } });
  if (used) await endSessions(tx, { id: used.sessionId });
}

async function rotate(tx: EntityManager, hash: string, { tokenSettings }: Context): Promise<Tokens | null> {
  const { sessionId } = await tx.findOneOrFail(RefreshToken, { hash });
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
  const session = await tx.findOne(Session, { id: sessionId, ...notEnded() }, lock);
  if (!session) return null;
  await tx.populate(session, ['user']);
  const now = await databaseTime(tx);
  session.use(now, tokenSettings.refreshTokenDays);
  return issueTokens(tx, session, tokenSettings.signingKey, now);
}

const refreshTokenInvalid = () =>
  userError('REFRESH_TOKEN_INVALID', 'This refresh token is not good any more. Log in again.', [
    'refreshToken',
  ]);
