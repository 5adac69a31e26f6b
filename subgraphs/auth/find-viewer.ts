import type { EntityManager } from '@mikro-orm/mysql';
import type { Viewer } from '../../runtime/viewer.ts';
import { notEnded, Session, sessionEnded } from './session.ts';
import type { User } from './user.ts';

/**
 * The caller's account, by one statement. UNAUTHENTICATED when the caller's session has ended, though its
 * token's verifier may not have heard of it yet.
 */
export async function findViewer(em: EntityManager, viewer: Viewer): Promise<User> {
  const session = await em.findOne(
    Session,
    { id: viewer.sessionId, ...notEnded() },
    { populate: ['user'], strategy: 'joined' },
  );
  if (!session) throw sessionEnded();
  return session.user;
}
