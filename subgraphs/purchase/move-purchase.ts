import type { EntityManager } from '@mikro-orm/mysql';
import { putInOutbox } from '../../runtime/events/put-in-outbox.ts';
import { newId } from '../../runtime/ids.ts';
import { newEvent } from '../../schema/events.ts';
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

/** Whether a purchase of one status can come to another later, at once or by way of others. */
export const canBecome = (from: PurchaseStatus, to: PurchaseStatus): boolean =>
  steps[from].some(next => next === to || canBecome(next, to));

/** How others are told of a status that a purchase has come to; of those that are not here nobody is told. */
const eventTypes = {
  AWAITING_PAYMENT: 'PurchasePlaced',
  PAID: 'PurchasePaid',
  SHIPPED: 'PurchaseShipped',
  DELIVERED: 'PurchaseDelivered',
  CANCELLED: 'PurchaseCancelled',
  EXPIRED: 'PurchaseExpired',
} as const;

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
 * Moves a purchase, whose row the transaction has locked, to a status, writes the step into its history, and tells
 * others by an event. Throws when there is no such step: callers check before, so that it would be our mistake.
 */
export async function movePurchase(
  tx: EntityManager,
  purchase: Purchase,
  status: keyof typeof eventTypes | 'REJECTED',
  at: Date,
  note?: string,
): Promise<void> {
  if (!steps[purchase.status].includes(status)) {
    throw new Error(`Purchase ${purchase.id} cannot go from ${purchase.status} to ${status}.`);
  }
  purchase.status = status;
  purchase.updatedAt = at;
  if (status !== 'AWAITING_PAYMENT') purchase.reservedUntil = null;
  recordEvent(tx, purchase, at, note);
  if (status === 'REJECTED') return;
  const { id, buyerId, sellerId } = purchase;
  if (!sellerId) throw new Error(`Purchase ${id} has no seller.`);
  await putInOutbox(tx, newEvent(eventTypes[status], id, { purchaseId: id, buyerId, sellerId }));
}
