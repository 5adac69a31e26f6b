import type { EntityManager } from '@mikro-orm/mysql';
import type { Handlers } from '../../runtime/events/handlers.ts';
import type { EventBody } from '../../schema/events.ts';

/** Remembers what a seller is called. */
const rememberSeller = async (
  tx: EntityManager,
  { userId, name }: EventBody<'UserRegistered'>,
): Promise<void> => {
  await tx.execute(
    'INSERT INTO seller (user_id, name) VALUES (?, ?) ON DUPLICATE KEY UPDATE name = ?',
    [userId, name, name],
    'run',
  );
};

/** What catalog does about the events that it hears. */
export const handlers: Handlers = { UserRegistered: rememberSeller, UserUpdated: rememberSeller };
