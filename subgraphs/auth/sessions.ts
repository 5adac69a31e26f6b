import { viewerOf } from '../../runtime/viewer.ts';
import type { Context } from './context.ts';
import { notEnded, Session, sessionEnded } from './session.ts';

/** The caller's sessions that have not ended, newest first. */
export async function sessions(context: Context): Promise<Session[]> {
  const viewer = viewerOf(context);
  const found = await context.em.find(
    Session,
    { user: viewer.id, ...notEnded() },
    { orderBy: { id: 'desc' } },
  );
  if (!found.some(({ id }) => id === viewer.sessionId)) throw sessionEnded();
  return found;
}
