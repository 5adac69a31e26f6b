import { defineEntity, p } from '@mikro-orm/mysql';
import type { PurchaseStatus } from './resolvers.generated.ts';

const PurchaseSchema = defineEntity({
  name: 'Purchase',
  tableName: 'purchase',
  properties: {
    id: p.string().primary(),
    buyerId: p.string(),
    /** Null until catalog has answered. */
    sellerId: p.string().strictNullable(),
    status: p.string().$type<PurchaseStatus>(),
    /** Minor units. */
    subtotal: p.bigint('number'),
    /** Minor units. */
    deliveryCost: p.bigint('number'),
    /** The latest payment. */
    paymentId: p.string().strictNullable(),
    reservedUntil: p.datetime(3).strictNullable(),
    /** Whether catalog must still be told to take the copies back. */
    releaseDue: p.boolean(),
    /** When the worker looks at it next; null when nothing is left to do by itself. */
    dueAt: p.datetime(3).strictNullable(),
    idempotencyKey: p.string(),
    requestHash: p.string(),
    /** Why nothing could be reserved. */
    refusalCode: p.string().strictNullable(),
    refusalMessage: p.string().strictNullable(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
    /** The database's time at which the row was read, which is after its lock was had. Only lockPurchase asks for it. */
    readAt: p.datetime(3).formula('SYSDATE(3)').lazy(),
  },
});

export class Purchase extends PurchaseSchema.class {}
PurchaseSchema.setClass(Purchase);

export { PurchaseSchema };

/** A purchase as it is shown. What changes one loads all of it, as an entity (lock-purchase.ts). */
export type ShownPurchase = Pick<
  Purchase,
  | 'id'
  | 'buyerId'
  | 'sellerId'
  | 'status'
  | 'subtotal'
  | 'deliveryCost'
  | 'paymentId'
  | 'reservedUntil'
  | 'createdAt'
  | 'updatedAt'
>;

/** What payPurchase charges, in minor units. */
export const totalOf = ({ subtotal, deliveryCost }: Pick<Purchase, 'subtotal' | 'deliveryCost'>): number =>
  subtotal + deliveryCost;
