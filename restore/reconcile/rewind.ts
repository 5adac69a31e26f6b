import type { EntityManager } from '@mikro-orm/mysql';
import { transaction } from '../../runtime/transaction.ts';
import { tellUserUpdated } from '../../subgraphs/auth/tell-user-updated.ts';
import { User } from '../../subgraphs/auth/user.ts';
import type { PlaceInStream } from './place-in-stream.ts';
import type { RestoredStore } from './restored-store.ts';

/** NotificationReason as the event is called by which it comes: PurchasePaid gives PURCHASE_PAID. */
const reasonOf = (type: string): string => type.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();

async function takeBackNotifications(
  tx: EntityManager,
  purchaseId: string,
  types: readonly string[],
): Promise<void> {
  await tx.execute('DELETE FROM notification WHERE purchase_id = ? AND reason IN (?)', [
    purchaseId,
    types.map(reasonOf),
  ]);
}

/** Tells of an account as it is now, which is not as its listeners have heard. */
const tellOfUser = ({ databases }: RestoredStore, id: string): Promise<void> =>
  transaction(databases.auth.fork(), async tx => {
    const [row] = await tx.execute<unknown[]>('SELECT 1 FROM `user` WHERE id = ? FOR UPDATE', [id]);
    if (row) await tellUserUpdated(tx, await tx.findOneOrFail(User, { id }));
  });

/**
 * A listener has heard of what its source does not know: of what happened after the point in time. It forgets these
 * events, so that the next ones, which take their numbers, are news to it; and what they did is undone: users are not
 * notified of it, and are called what auth calls them. StockReserved and its like only woke the worker.
 */
export async function rewind(store: RestoredStore, place: PlaceInStream): Promise<void> {
  const { stream, listener, subject, told } = place;
  const key = [stream, subject, told];
  await transaction(store.databases[listener].fork(), async tx => {
    const lost = await tx.execute<{ type: string }[]>(
      'SELECT type FROM inbox_event WHERE stream = ? AND subject = ? AND subject_sequence > ? AND applied_at IS NOT NULL',
      key,
    );
    if (stream === 'purchase' && lost.length > 0)
      await takeBackNotifications(
        tx,
        subject,
        lost.map(({ type }) => type),
      );
    await tx.execute(
      'DELETE FROM inbox_event WHERE stream = ? AND subject = ? AND subject_sequence > ?',
      key,
    );
    await tx.execute('UPDATE inbox_subject SET applied_sequence = ? WHERE stream = ? AND subject = ?', [
      told,
      stream,
      subject,
    ]);
  });
  if (stream === 'user') await tellOfUser(store, subject);
}
