import { type EntityManager, LockMode } from '@mikro-orm/mysql';
import type { Viewer } from '../../runtime/viewer.ts';
import { notEnded, Session, sessionEnded } from './session.ts';
import { User } from './user.ts';

/**
 * The caller's account, locked until the transaction ends. UNAUTHENTICATED when the caller's session has ended,
 * though its token's verifier may not have heard of it yet.
 */
export async function lockViewer(tx: EntityManager, viewer: Viewer): Promise<User> {
  const user = await tx.findOne(User, { id: viewer.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const sessions = await tx.count(Session, { id: viewer.sessionId, user: viewer.id, ...notEnded() });
  if (!user || sessions === 0) throw sessionEnded();
  return user;
}
