import { transaction } from '../../runtime/transaction.ts';
import { viewerOf } from '../../runtime/viewer.ts';
import type { Context } from './context.ts';
import { endSessions } from './end-sessions.ts';
import type { InputMaybe, LogoutInput } from './resolvers.generated.ts';

/** Ends the caller's session, or all of the caller's; a browser forgets its refresh token. */
export async function logout(input: InputMaybe<LogoutInput>, context: Context) {
  const viewer = viewerOf(context);
  const which = input?.everywhere ? { user: viewer.id } : { id: viewer.sessionId };
  await transaction(context.em, tx => endSessions(tx, which));
  context.sessionCookie?.clear();
  return { userErrors: [] };
}
