import { type Context, mayReadPrivate } from './context.ts';
import { needsSecondFactor } from './role-of-tokens.ts';
import type { ShownUser } from './user.ts';

/** Whether a user has a second factor; null to all but the user and administrators. */
export async function userSecondFactor(user: ShownUser, context: Context) {
  if (!mayReadPrivate(context, user)) return null;
  const factor = await context.secondFactors.load(user.id);
  return {
    isOn: factor !== null,
    since: factor?.confirmedAt ?? null,
    isNeeded: needsSecondFactor(user, context.tokenSettings),
  };
}
