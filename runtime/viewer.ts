import { unauthenticated } from './errors.ts';

/** The caller of a request, as a valid access token tells: the only source of who somebody is. */
export interface Viewer {
  id: string;
  role: 'CUSTOMER' | 'ADMIN';
  /** The session that the token belongs to. */
  sessionId: string;
}

/** Who calls: a viewer, nobody (no token), or somebody whose token does not hold, with the error to answer. */
export interface Caller {
  viewer: Viewer | null;
  /** Why the token that was sent does not hold; undefined without a token or with a valid one. */
  refusal?: Error;
}

/** Whether the viewer is this user or an administrator. */
export const isUserOrAdministrator = (viewer: Viewer | null, userId: string | null): boolean =>
  viewer !== null && (viewer.id === userId || viewer.role === 'ADMIN');

/** The caller, where the permission table lets nobody else through; UNAUTHENTICATED where it did not. */
export function viewerOf({ caller }: { caller: Caller }): Viewer {
  if (caller.viewer) return caller.viewer;
  throw caller.refusal ?? unauthenticated();
}
