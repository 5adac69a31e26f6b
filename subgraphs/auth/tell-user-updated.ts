import type { EntityManager } from '@mikro-orm/mysql';
import { putInOutbox } from '../../runtime/events/put-in-outbox.ts';
import { newEvent } from '../../schema/events.ts';
import type { User } from './user.ts';

/** Tells others what an account, whose row the transaction has locked, is called now and what it may do. */
export const tellUserUpdated = (tx: EntityManager, { id, name, role }: User): Promise<void> =>
  putInOutbox(tx, newEvent('UserUpdated', id, { userId: id, name, role }));
