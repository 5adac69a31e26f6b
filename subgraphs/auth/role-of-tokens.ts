import type { EntityManager } from '@mikro-orm/mysql';
import type { Role } from './resolvers.generated.ts';
import { isOn, SecondFactor } from './second-factor.ts';
import type { User } from './user.ts';

/** What second factors are asked for. */
export interface SecondFactorSettings {
  /** Whether administrators are that with a second factor alone. */
  administratorsNeedSecondFactor: boolean;
}

/** Whether an account may do what its role allows with a second factor alone. */
export const needsSecondFactor = (
  { role }: Pick<User, 'role'>,
  { administratorsNeedSecondFactor }: SecondFactorSettings,
): boolean => administratorsNeedSecondFactor && role === 'ADMIN';

/**
 * The role that a user's access tokens tell: an administrator who lacks the second factor that is needed is to all services a
 * customer, who can set it up. The next token tells more.
 */
export async function roleOfTokens(
  em: EntityManager,
  user: User,
  settings: SecondFactorSettings,
): Promise<Role> {
  if (!needsSecondFactor(user, settings)) return user.role;
  return (await em.count(SecondFactor, { userId: user.id, ...isOn })) > 0 ? user.role : 'CUSTOMER';
}
