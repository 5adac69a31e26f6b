import type { EntityManager } from '@mikro-orm/mysql';
import { newId } from '../../runtime/ids.ts';
import type { Purchase } from './purchase.ts';
import { PurchaseEvent } from './purchase-event.ts';
import type { PurchaseStatus } from './resolvers.generated.ts';

/** The steps that there are; no status is reached in any other way. */
const steps: Record<PurchaseStatus, readonly PurchaseStatus[]> = {
  PENDING: ['AWAITING_PAYMENT', 'REJECTED'],
  REJECTED: [],
  AWAITING_PAYMENT: ['PAID', 'CANCELLED', 'EXPIRED'],
  EXPIRED: [],
  PAID: ['SHIPPED', 'CANCELLED'],
  SHIPPED: ['DELIVERED'],
  DELIVERED: [],
  CANCELLED: [],
};

/** Writes a step into the purchase's history. */
export function recordEvent(tx: EntityManager, purchase: Purchase, at: Date, note?: string): void {
  tx.create(PurchaseEvent, {
    id: newId(),
    purchaseId: purchase.id,
    at,
    status: purchase.status,
    note: note ?? null,
  });
}

/**
 * Moves a purchase, whose row the transaction has locked, to a status, and writes the step into its history.
 * Throws when there is no such step: callers check before, so that it would be our mistake.
 */
export function movePurchase(
  tx: EntityManager,
  purchase: Purchase,
  status: PurchaseStatus,
  at: Date,
  note?: string,
): void {
  if (!steps[purchase.status].includes(status)) {
    throw new Error(`Purchase ${purchase.id} cannot go from ${purchase.status} to ${status}.`);
  }
  purchase.status = status;
  purchase.updatedAt = at;
  if (status !== 'AWAITING_PAYMENT') purchase.reservedUntil = null;
  recordEvent(tx, purchase, at, note);
}
