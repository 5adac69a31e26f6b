import { isDuplicate } from '../../runtime/database-errors.ts';
import { databaseTime } from '../../runtime/database-time.ts';
import { newId } from '../../runtime/ids.ts';
import { transaction } from '../../runtime/transaction.ts';
import { recordEvent } from './move-purchase.ts';
import { type ChosenDelivery, createDelivery } from './parse-delivery.ts';
import { Purchase } from './purchase.ts';
import { PurchaseLine } from './purchase-line.ts';
import type { Store } from './store.ts';
import { workerTakesOverAt } from './worker-takes-over.ts';

export interface PurchaseRequest {
  buyerId: string;
  bookId: string;
  quantity: number;
  /** Minor units; null where the buyer did not say. */
  expectedUnitPrice: number | null;
  delivery: ChosenDelivery | null;
  idempotencyKey: string;
  requestHash: string;
}

/** The purchase that this buyer made under this key; null when there is none. */
export const purchaseOfKey = (
  store: Store,
  buyerId: string,
  idempotencyKey: string,
): Promise<Purchase | null> =>
  store.em.findOne(Purchase, { buyerId, idempotencyKey }, { disableIdentityMap: true });

/** Writes down the purchase, PENDING, before anything is reserved; the one of the same key where there is one. */
export async function beginPurchase(store: Store, request: PurchaseRequest): Promise<Purchase> {
  try {
    return await transaction(store.em, async tx => {
      const now = await databaseTime(tx);
      const purchase = tx.create(Purchase, {
        id: newId(),
        buyerId: request.buyerId,
        sellerId: null,
        status: 'PENDING',
        subtotal: 0,
        deliveryCost: request.delivery?.cost ?? 0,
        paymentId: null,
        reservedUntil: new Date(now.getTime() + store.settings.RESERVATION_SECONDS * 1000),
        releaseDue: false,
        dueAt: workerTakesOverAt(store, now),
        idempotencyKey: request.idempotencyKey,
        requestHash: request.requestHash,
        refusalCode: null,
        refusalMessage: null,
        createdAt: now,
        updatedAt: now,
      });
      await tx.flush();
      const { bookId, quantity, expectedUnitPrice } = request;
      tx.create(PurchaseLine, {
        purchaseId: purchase.id,
        bookId,
        quantity,
        expectedUnitPrice,
        title: null,
        unitPrice: null,
      });
      if (request.delivery) createDelivery(tx, purchase.id, request.delivery);
      recordEvent(tx, purchase, now);
      return purchase;
    });
  } catch (error) {
    if (!isDuplicate(error, 'purchase_idempotency')) throw error;
    const made = await purchaseOfKey(store, request.buyerId, request.idempotencyKey);
    if (!made) throw error;
    return made;
  }
}
