import { defineEntity, p } from '@mikro-orm/mysql';

/** FAILED_ONCE: the first request failed; the next one will be approved. */
export type SimulatedChargeStatus =
  | 'FAILED_ONCE'
  | 'DECLINED'
  | 'AUTHORIZED'
  | 'CAPTURED'
  | 'VOIDED'
  | 'REFUNDED';

const SimulatedChargeSchema = defineEntity({
  name: 'SimulatedCharge',
  tableName: 'simulated_charge',
  properties: {
    id: p.string().primary(),
    /** Minor units. */
    amount: p.bigint('number'),
    currency: p.string(),
    token: p.string().nullable(),
    status: p.string().$type<SimulatedChargeStatus>(),
    declineReason: p.string().nullable(),
  },
});

export class SimulatedCharge extends SimulatedChargeSchema.class {}
SimulatedChargeSchema.setClass(SimulatedCharge);

export { SimulatedChargeSchema };
