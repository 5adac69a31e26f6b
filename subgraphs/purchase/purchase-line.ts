import { defineEntity, p } from '@mikro-orm/mysql';

const PurchaseLineSchema = defineEntity({
  name: 'PurchaseLine',
  tableName: 'purchase_line',
  properties: {
    purchaseId: p.string().primary(),
    bookId: p.string().primary(),
    /** Null until catalog has answered, like the price. */
    title: p.string().nullable(),
    quantity: p.integer(),
    /** What the buyer saw, in minor units; null where it was not said. */
    expectedUnitPrice: p.bigint('number').nullable(),
    /** Minor units. */
    unitPrice: p.bigint('number').nullable(),
  },
});

export class PurchaseLine extends PurchaseLineSchema.class {}
PurchaseLineSchema.setClass(PurchaseLine);

export { PurchaseLineSchema };
