import { defineEntity, p } from '@mikro-orm/mysql';
import type { PurchaseStatus } from './resolvers.generated.ts';

const PurchaseEventSchema = defineEntity({
  name: 'PurchaseEvent',
  tableName: 'purchase_event',
  properties: {
    id: p.string().primary(),
    purchaseId: p.string(),
    at: p.datetime(3),
    status: p.string().$type<PurchaseStatus>(),
    note: p.string().strictNullable(),
  },
});

export class PurchaseEvent extends PurchaseEventSchema.class {}
/** A step of a purchase as it is shown. */
export type ShownPurchaseEvent = Pick<PurchaseEvent, 'purchaseId' | 'at' | 'status' | 'note'>;

PurchaseEventSchema.setClass(PurchaseEvent);

export { PurchaseEventSchema };
