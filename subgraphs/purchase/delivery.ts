import { defineEntity, p } from '@mikro-orm/mysql';
import type { DeliveryStatus } from './resolvers.generated.ts';

const DeliverySchema = defineEntity({
  name: 'Delivery',
  tableName: 'delivery',
  properties: {
    id: p.string().primary(),
    purchaseId: p.string(),
    providerId: p.string(),
    recipient: p.string(),
    line1: p.string(),
    line2: p.string().strictNullable(),
    city: p.string(),
    region: p.string().strictNullable(),
    postalCode: p.string().strictNullable(),
    country: p.string(),
    /** Minor units, as the provider asked when it was chosen. */
    cost: p.bigint('number'),
    status: p.string().$type<DeliveryStatus>(),
    trackingNumber: p.string().strictNullable(),
    shippedAt: p.datetime(3).strictNullable(),
    deliveredAt: p.datetime(3).strictNullable(),
  },
});

export class Delivery extends DeliverySchema.class {}

/** A delivery as it is shown: all that is known of it. */
export type ShownDelivery = Pick<Delivery, keyof typeof DeliverySchema.properties>;
DeliverySchema.setClass(Delivery);

export { DeliverySchema };
