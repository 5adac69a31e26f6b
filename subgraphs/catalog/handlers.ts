import type { EntityManager } from '@mikro-orm/mysql';
import { eraseAgain, noteDeletion, unlessDeleted } from '../../runtime/erasure/note-deletion.ts';
import type { Handlers } from '../../runtime/events/handlers.ts';
import type { EventBody } from '../../schema/events.ts';

/** Remembers what a seller is called, unless that one has left: events of different streams come in any order. */
const rememberSeller = async (
  tx: EntityManager,
  { userId, name }: EventBody<'UserRegistered'>,
): Promise<void> => {
  await tx.execute(
    `INSERT INTO seller (user_id, name) SELECT ?, ? FROM DUAL WHERE ${unlessDeleted('?')}
     ON DUPLICATE KEY UPDATE name = ?`,
    [userId, name, userId, name],
    'run',
  );
  // The event itself tells the name.
  await eraseAgain(tx, userId);
};

/** What catalog does about the events that it hears. */
export const handlers: Handlers = {
  UserRegistered: rememberSeller,
  UserUpdated: rememberSeller,
  AccountDeleted: (tx, { userId }) => noteDeletion(tx, userId),
};
