import { defineEntity, p } from '@mikro-orm/mysql';

const PurchaseLineSchema = defineEntity({
  name: 'PurchaseLine',
  tableName: 'purchase_line',
  properties: {
    purchaseId: p.string().primary(),
    bookId: p.string().primary(),
    /** Null until catalog has answered, like the price. */
    title: p.string().strictNullable(),
    quantity: p.integer(),
    /** What the buyer saw, in minor units; null where it was not said. */
    expectedUnitPrice: p.bigint('number').strictNullable(),
    /** Minor units. */
    unitPrice: p.bigint('number').strictNullable(),
  },
});

export class PurchaseLine extends PurchaseLineSchema.class {}

/** A line as it is shown. */
export type ShownLine = Pick<PurchaseLine, 'purchaseId' | 'bookId' | 'title' | 'quantity' | 'unitPrice'>;

/** What a buyer asks for, and nobody changes later. */
export type RequestedLine = Pick<PurchaseLine, 'bookId' | 'quantity' | 'expectedUnitPrice'>;

PurchaseLineSchema.setClass(PurchaseLine);

export { PurchaseLineSchema };
