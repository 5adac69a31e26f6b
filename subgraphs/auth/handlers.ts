import type { EntityManager } from '@mikro-orm/mysql';
import { unlessDeleted } from '../../runtime/erasure/note-deletion.ts';
import type { Handlers } from '../../runtime/events/handlers.ts';
import { newId } from '../../runtime/ids.ts';
import type { EventBody } from '../../schema/events.ts';
import type { NotificationReason } from './resolvers.generated.ts';

type Side = 'buyerId' | 'sellerId';

/** Notifies these sides of a purchase, each once for each reason; but not those who have left. */
const notify =
  (reason: NotificationReason, ...sides: Side[]) =>
  async (tx: EntityManager, purchase: EventBody<'PurchasePaid'>): Promise<void> => {
    for (const side of sides) {
      await tx.execute(
        `INSERT IGNORE INTO notification (id, user_id, reason, purchase_id, created_at)
         SELECT ?, ?, ?, ?, NOW(3) FROM DUAL WHERE ${unlessDeleted('?')}`,
        [newId(), purchase[side], reason, purchase.purchaseId, purchase[side]],
        'run',
      );
    }
  };

/** What auth does about the events that it hears. */
export const handlers: Handlers = {
  PurchasePaid: notify('PURCHASE_PAID', 'sellerId'),
  PurchaseShipped: notify('PURCHASE_SHIPPED', 'buyerId'),
  PurchaseDelivered: notify('PURCHASE_DELIVERED', 'sellerId'),
  PurchaseCancelled: notify('PURCHASE_CANCELLED', 'buyerId', 'sellerId'),
  PurchaseExpired: notify('PURCHASE_EXPIRED', 'buyerId'),
};
