import type { EntityManager } from '@mikro-orm/mysql';
import type { AuthUserError } from './resolvers.generated.ts';
import type { User } from './user.ts';
import { userError } from './user-error.ts';

/** Whether nobody could administrate the store without this user. The others are locked: of two who go at once, one stays. */
export async function isLastAdministrator(tx: EntityManager, { id, role }: User): Promise<boolean> {
  if (role !== 'ADMIN') return false;
  const administrators = await tx.execute<{ id: string }[]>(
    "SELECT id FROM `user` WHERE role = 'ADMIN' ORDER BY id FOR UPDATE",
  );
  return administrators.every(administrator => administrator.id === id);
}

/** The store would have nobody to administrate it. */
export const lastAdministrator = (): AuthUserError =>
  userError(
    'LAST_ADMINISTRATOR',
    'You are the only administrator. Give another user that role first, by setUserRole.',
  );
