import { type EntityManager, sql } from '@mikro-orm/mysql';
import { databaseTime } from '../../runtime/database-time.ts';
import type { Context } from './context.ts';
import { tokensOf } from './issue-tokens.ts';
import { hashOfToken, RefreshToken, successorOf } from './refresh-token.ts';
import type { Tokens } from './resolvers.generated.ts';
import { notEnded, Session } from './session.ts';

/**
 * What was answered to the same refresh token moments ago, with another access token: its one successor, as long as nobody
 * has used that. Null for all other tokens.
 */
export async function repeatTokens(
  tx: EntityManager,
  token: string,
  { tokenSettings }: Context,
): Promise<Tokens | null> {
  const usedAt = { $gt: sql`NOW(3) - INTERVAL ${tokenSettings.refreshTokenGraceSeconds} SECOND` };
  const used = await tx.findOne(RefreshToken, { hash: hashOfToken(token), usedAt });
  if (!used?.successorSalt) return null;
  const successor = successorOf(token, used.successorSalt);
  if ((await tx.count(RefreshToken, { hash: hashOfToken(successor), usedAt: null })) === 0) return null;
  const session = await tx.findOne(
    Session,
    { id: used.sessionId, ...notEnded() },
    { populate: ['user'], strategy: 'joined' },
  );
  return session && tokensOf(tx, session, successor, tokenSettings, await databaseTime(tx));
}
