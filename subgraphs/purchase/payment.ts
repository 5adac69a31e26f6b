import { defineEntity, p } from '@mikro-orm/mysql';
import type { PaymentMethod, PaymentStatus } from './resolvers.generated.ts';

const PaymentSchema = defineEntity({
  name: 'Payment',
  tableName: 'payment',
  properties: {
    /** The id under which the payment provider is asked, however often. */
    id: p.string().primary(),
    purchaseId: p.string(),
    buyerId: p.string(),
    method: p.string().$type<PaymentMethod>(),
    token: p.string().strictNullable(),
    status: p.string().$type<PaymentStatus>(),
    /** Minor units. */
    amount: p.bigint('number'),
    declineReason: p.string().strictNullable(),
    idempotencyKey: p.string(),
    requestHash: p.string(),
    createdAt: p.datetime(3),
    capturedAt: p.datetime(3).strictNullable(),
  },
});

export class Payment extends PaymentSchema.class {
  /** Whether its outcome is not settled yet. */
  isOpen(): boolean {
    return this.status === 'PENDING' || this.status === 'AUTHORIZED';
  }
}
/** A payment as it is shown. */
export type ShownPayment = Pick<
  Payment,
  'id' | 'method' | 'status' | 'amount' | 'declineReason' | 'createdAt' | 'capturedAt'
>;

PaymentSchema.setClass(Payment);

export { PaymentSchema };
