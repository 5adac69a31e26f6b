import { randomUUID } from 'node:crypto';
import type { GraphqlClient } from './graphql-client.ts';

export interface UserError {
  code: string;
  message: string;
  field: string[] | null;
}

interface Money {
  amount: string;
  currencyCode: string;
}

export interface Purchase {
  id: string;
  status: string;
  subtotal: Money;
  deliveryCost: Money;
  total: Money;
  reservedUntil: string | null;
  lines: { title: string; quantity: number; unitPrice: Money; total: Money }[];
  payment: { id: string; status: string; declineReason: string | null; amount: Money } | null;
  delivery: { status: string; trackingNumber: string | null; provider: { name: string } } | null;
  history: { status: string; note: string | null; at: string }[];
}

export interface PurchaseOutcome {
  purchase: Purchase | null;
  userErrors: UserError[];
}

const purchaseFields = `id status subtotal { amount currencyCode } deliveryCost { amount currencyCode }
  total { amount currencyCode } reservedUntil
  lines { title quantity unitPrice { amount currencyCode } total { amount currencyCode } }
  payment { id status declineReason amount { amount currencyCode } }
  delivery { status trackingNumber provider { name } } history { status note at }`;

const verb = (name: string, inputType: string) => async (client: GraphqlClient, input: object) => {
  const query = `mutation($input: ${inputType}!) { ${name}(input: $input) {
    purchase { ${purchaseFields} } userErrors { code message field } } }`;
  const data = await client.ask<Record<string, PurchaseOutcome>>(query, { input });
  const outcome = data[name];
  if (!outcome) throw new Error(`${name} answered nothing`);
  return outcome;
};

const purchaseBookVerb = verb('purchaseBook', 'PurchaseBookInput');
export const chooseDelivery = verb('chooseDelivery', 'ChooseDeliveryInput');
const payPurchaseVerb = verb('payPurchase', 'PayPurchaseInput');
export const shipPurchase = verb('shipPurchase', 'ShipPurchaseInput');
export const confirmDelivery = verb('confirmDelivery', 'ConfirmDeliveryInput');
export const cancelPurchase = verb('cancelPurchase', 'CancelPurchaseInput');

/** purchaseBook, under a fresh key unless one is given. */
export const purchaseBook = (client: GraphqlClient, input: object): Promise<PurchaseOutcome> =>
  purchaseBookVerb(client, { idempotencyKey: randomUUID(), ...input });

/** payPurchase by credit card, under a fresh key unless one is given. */
export const payPurchase = (client: GraphqlClient, input: object): Promise<PurchaseOutcome> =>
  payPurchaseVerb(client, { idempotencyKey: randomUUID(), method: 'CREDIT_CARD', ...input });

/** The purchase as its reader sees it; null when that one may not. */
export async function readPurchase(client: GraphqlClient, id: string): Promise<Purchase | null> {
  const query = `query($id: ID!) { purchase(id: $id) { ${purchaseFields} } }`;
  return (await client.ask<{ purchase: Purchase | null }>(query, { id })).purchase;
}

export const soundBook = {
  title: 'La vorágine',
  authors: ['José Eustasio Rivera'],
  condition: 'GOOD',
  price: '12.50',
};

/** Publishes a sound book with what is given changed, and answers its id. */
export async function publishBook(client: GraphqlClient, changes: object = {}): Promise<string> {
  const query = `mutation($input: PublishBookInput!) { publishBook(input: $input) { book { id } userErrors { code message } } }`;
  const data = await client.ask<{ publishBook: { book: { id: string } | null; userErrors: UserError[] } }>(
    query,
    {
      input: { ...soundBook, ...changes },
    },
  );
  if (!data.publishBook.book)
    throw new Error(`not published: ${JSON.stringify(data.publishBook.userErrors)}`);
  return data.publishBook.book.id;
}

/** The copies free to buy, as anyone sees them. */
export async function stockOf(client: GraphqlClient, id: string): Promise<number | undefined> {
  const query = 'query($id: ID!) { book(id: $id) { stock } }';
  return (await client.ask<{ book: { stock: number } | null }>(query, { id })).book?.stock;
}

/** An id of a provider that delivers anywhere. */
export async function anyProvider(client: GraphqlClient, name = 'DHL'): Promise<string> {
  const { deliveryProviders } = await client.ask<{ deliveryProviders: { id: string; name: string }[] }>(
    '{ deliveryProviders { id name } }',
  );
  const provider = deliveryProviders.find(each => each.name === name);
  if (!provider) throw new Error(`there is no provider ${name}`);
  return provider.id;
}

export const soundAddress = {
  recipient: 'Arturo Cova',
  line1: 'Calle 10 # 5-51',
  city: 'Bogotá',
  region: 'Cundinamarca',
  postalCode: '111711',
  country: 'CO',
};

/** A delivery by DHL to a sound address. */
export const soundDelivery = async (client: GraphqlClient) => ({
  providerId: await anyProvider(client),
  address: soundAddress,
});
