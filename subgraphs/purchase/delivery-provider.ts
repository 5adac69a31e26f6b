import { defineEntity, p } from '@mikro-orm/mysql';
import type { CoverageArea } from './resolvers.generated.ts';

const DeliveryProviderSchema = defineEntity({
  name: 'DeliveryProvider',
  tableName: 'delivery_provider',
  properties: {
    id: p.string().primary(),
    name: p.string(),
    coverage: p.string().$type<CoverageArea>(),
    /** Minor units. */
    cost: p.bigint('number'),
  },
});

export class DeliveryProvider extends DeliveryProviderSchema.class {
  /** Whether it delivers to that country (ISO 3166-1 alpha-2), for a store of `storeCountry`. */
  covers(country: string, storeCountry: string): boolean {
    return this.coverage === 'INTERNATIONAL' || country === storeCountry;
  }
}
/** A provider as it is shown. */
export type ShownProvider = Pick<DeliveryProvider, 'id' | 'name' | 'coverage' | 'cost'>;

DeliveryProviderSchema.setClass(DeliveryProvider);

export { DeliveryProviderSchema };
