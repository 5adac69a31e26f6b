import type { EntityManager } from '@mikro-orm/mysql';
import { isId, newId } from '../../runtime/ids.ts';
import { isCountry } from './country.ts';
import { Delivery } from './delivery.ts';
import { DeliveryProvider } from './delivery-provider.ts';
import type { AddressInput, DeliveryInput, PurchaseUserError } from './resolvers.generated.ts';
import { userError } from './user-error.ts';

const lengths = { recipient: 200, line1: 200, line2: 200, city: 100, region: 100, postalCode: 20 } as const;
const required: readonly string[] = ['recipient', 'line1', 'city'];
const names = ['recipient', 'line1', 'line2', 'city', 'region', 'postalCode'] as const;

/** Where a delivery goes, who carries it, and what it costs (minor units). */
export type ChosenDelivery = Address & Pick<Delivery, 'providerId' | 'cost'>;

type Address = Pick<Delivery, 'recipient' | 'line1' | 'line2' | 'city' | 'region' | 'postalCode' | 'country'>;

const invalid = (name: string, message: string) =>
  userError('ADDRESS_INVALID', message, ['delivery', 'address', name]);

function checkPart(name: (typeof names)[number], text: string): PurchaseUserError[] {
  if (text === '' && required.includes(name)) return [invalid(name, `${name} must not be empty.`)];
  if ([...text].length > lengths[name])
    return [invalid(name, `${name} has at most ${lengths[name]} characters.`)];
  return /\p{Cc}/u.test(text) ? [invalid(name, `${name} must be one line of text.`)] : [];
}

/** The address without surrounding blanks, or everything that is wrong with it. */
function parseAddress(input: AddressInput): { address: Address } | { userErrors: PurchaseUserError[] } {
  const trimmed = Object.fromEntries(names.map(name => [name, input[name]?.trim().normalize('NFC') ?? '']));
  const userErrors = names.flatMap(name => checkPart(name, trimmed[name] ?? ''));
  const country = input.country.trim().toUpperCase();
  if (!isCountry(country)) {
    userErrors.push(invalid('country', 'The country is an ISO 3166-1 alpha-2 code such as CO.'));
  }
  if (userErrors.length > 0) return { userErrors };
  const { recipient = '', line1 = '', line2, city = '', region, postalCode } = trimmed;
  return {
    address: {
      recipient,
      line1,
      line2: line2 || null,
      city,
      region: region || null,
      postalCode: postalCode || null,
      country,
    },
  };
}

/** A delivery as it would be chosen for a purchase, with what it costs, or why it cannot be. */
export async function parseDelivery(
  em: EntityManager,
  input: DeliveryInput,
  storeCountry: string,
): Promise<{ chosen: ChosenDelivery } | { userErrors: PurchaseUserError[] }> {
  const parsed = parseAddress(input.address);
  if ('userErrors' in parsed) return parsed;
  const { providerId } = input;
  const provider = isId(providerId)
    ? await em.findOne(DeliveryProvider, { id: providerId }, { disableIdentityMap: true })
    : null;
  if (!provider) {
    const field = ['delivery', 'providerId'];
    return { userErrors: [userError('NOT_FOUND', 'There is no such delivery provider.', field)] };
  }
  if (!provider.covers(parsed.address.country, storeCountry)) {
    const message = `${provider.name} does not deliver to ${parsed.address.country}. Choose another provider.`;
    return { userErrors: [userError('NOT_COVERED', message, ['delivery', 'address', 'country'])] };
  }
  return { chosen: { ...parsed.address, providerId: provider.id, cost: provider.cost } };
}

/** Writes a chosen delivery for a purchase that has none. */
export function createDelivery(em: EntityManager, purchaseId: string, chosen: ChosenDelivery): void {
  em.create(Delivery, {
    ...chosen,
    id: newId(),
    purchaseId,
    status: 'PENDING',
    trackingNumber: null,
    shippedAt: null,
    deliveredAt: null,
  });
}
