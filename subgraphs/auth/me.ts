import type { Context } from './context.ts';
import { findViewer } from './find-viewer.ts';
import type { User } from './user.ts';

/** The caller; null to one who is not signed in. */
export const me = async ({ caller, em }: Context): Promise<User | null> =>
  caller.viewer ? findViewer(em, caller.viewer) : null;
