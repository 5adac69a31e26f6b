import { isDuplicate } from '../../runtime/database-errors.ts';
import { failpoint } from '../../runtime/failpoint.ts';
import { newId } from '../../runtime/ids.ts';
import { transaction } from '../../runtime/transaction.ts';
import { recordEvent } from './move-purchase.ts';
import { type ChosenDelivery, createDelivery } from './parse-delivery.ts';
import { Purchase } from './purchase.ts';
import { PurchaseLine, type RequestedLine } from './purchase-line.ts';
import type { Store } from './store.ts';
import { workerTakesOverAt } from './worker-takes-over.ts';

export interface PurchaseRequest {
  buyerId: string;
  line: RequestedLine;
  delivery: ChosenDelivery | null;
  idempotencyKey: string;
  requestHash: string;
  /** When it began, by the database's time. */
  now: Date;
}

/** Writes down the purchase, PENDING, before anything is reserved; the one of the same key where there is one. */
export async function beginPurchase(store: Store, request: PurchaseRequest): Promise<Purchase> {
  const { now, line } = request;
  try {
    return await transaction(store.em, async tx => {
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
      tx.create(PurchaseLine, { purchaseId: purchase.id, ...line, title: null, unitPrice: null });
      if (request.delivery) createDelivery(tx, purchase.id, request.delivery);
      recordEvent(tx, purchase, now);
      await failpoint('purchase-book.before-begin');
      return purchase;
    });
  } catch (error) {
    if (!isDuplicate(error, 'purchase_idempotency')) throw error;
    const { buyerId, idempotencyKey } = request;
    return store.em.findOneOrFail(Purchase, { buyerId, idempotencyKey }, { disableIdentityMap: true });
  }
}
