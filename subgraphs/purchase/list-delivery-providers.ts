import type { Context } from './context.ts';
import { isCountry } from './country.ts';
import { DeliveryProvider } from './delivery-provider.ts';

/** The delivery providers, cheapest first; with a country, those that serve it. */
export async function listDeliveryProviders(
  { store: { em, settings }, connectionType }: Context,
  country: string | null | undefined,
): Promise<DeliveryProvider[]> {
  const all = await em.find(
    DeliveryProvider,
    {},
    { orderBy: { cost: 'asc', name: 'asc' }, disableIdentityMap: true, connectionType },
  );
  if (country === null || country === undefined) return all;
  const code = country.trim().toUpperCase();
  return isCountry(code) ? all.filter(provider => provider.covers(code, settings.STORE_COUNTRY)) : [];
}
