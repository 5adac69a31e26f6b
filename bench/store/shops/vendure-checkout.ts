import { z } from 'zod';
import { soundAddress } from '../../../testing/operations.ts';
import { graphqlRequest } from '../../load/sent-request.ts';
import { rowsOf } from '../fill/sample.ts';
import { sendRequest } from '../load/send-request.ts';
import type { Step, Story } from '../load/story.ts';
import { customers, superadmin } from './vendure-place.ts';
import { vendureDocument } from './vendure-requests.ts';

const books = 100;
const loginsAtOnce = 4;

type Api = '/shop-api' | '/admin-api';

/** A session's token, by logging in. */
async function tokenOf(port: number, api: Api, { username, password }: typeof superadmin): Promise<string> {
  const { headers, body = '' } = graphqlRequest(vendureDocument('login'), { username, password });
  const response = await fetch(`http://127.0.0.1:${port}${api}`, { method: 'POST', headers, body });
  const token = response.headers.get('vendure-auth-token');
  if (!token) throw new Error(`${username} cannot log in to Vendure: ${await response.text()}`);
  return token;
}

/** Tokens of all customers, and of the superadmin: made once, since a session lasts for a year. */
export async function openSessions(port: number): Promise<{ buyers: string[]; seller: string }> {
  const buyers: string[] = [];
  for (let first = 0; first < customers.length; first += loginsAtOnce) {
    const group = customers.slice(first, first + loginsAtOnce);
    const logIn = ({ email, password }: (typeof customers)[number]) =>
      tokenOf(port, '/shop-api', { username: email, password });
    buyers.push(...(await Promise.all(group.map(logIn))));
  }
  return { buyers, seller: await tokenOf(port, '/admin-api', superadmin) };
}

const step = (name: string, variables: object, mustHold: string, keep = {}): Step => ({
  path: '/shop-api',
  headers: { 'content-type': 'application/json', authorization: 'Bearer {{buyer}}' },
  body: JSON.stringify({ query: vendureDocument(name), variables }),
  mustHold,
  keep,
});

const sellerStep = (...of: Parameters<typeof step>): Step => ({
  ...step(...of),
  path: '/admin-api',
  headers: { 'content-type': 'application/json', authorization: 'Bearer {{seller}}' },
});

const { recipient, line1, city, region, postalCode, country } = soundAddress;
const address = {
  fullName: recipient,
  streetLine1: line1,
  city,
  province: region,
  postalCode,
  countryCode: country,
};

const methods = z.object({
  data: z.object({
    activeShippingMethods: z.array(z.object({ id: z.string() })).min(1),
    activePaymentMethods: z.array(z.object({ code: z.string() })).min(1),
  }),
});

async function methodsAt(port: number): Promise<{ shippingId: string; payment: string }> {
  const query = '{ activeShippingMethods { id } activePaymentMethods { code } }';
  const answer = await sendRequest(port, graphqlRequest(query, {}, { path: '/shop-api' }));
  const { activeShippingMethods, activePaymentMethods } = methods.parse(JSON.parse(answer)).data;
  return { shippingId: activeShippingMethods[0]?.id ?? '', payment: activePaymentMethods[0]?.code ?? '' };
}

/** Variants of the books that our store sells in its checkout too, with so many copies that they do not run out. */
async function variantsToSell(databaseUrl: string, count: number): Promise<string[]> {
  const rows = await rowsOf(databaseUrl, 'SELECT id FROM product_variant ORDER BY productId LIMIT ?', [
    count,
  ]);
  const ids = rows.map(({ id }) => String(id));
  await rowsOf(
    databaseUrl,
    'UPDATE stock_level SET stockOnHand = 1000000 + stockAllocated WHERE productVariantId IN (?)',
    [ids],
  );
  return ids;
}

/** The whole of a purchase in Vendure, of one copy, by somebody who is signed in; its seller sends it off. */
export async function vendureCheckout(
  { port, databaseUrl }: { port: number; databaseUrl: string },
  { buyers, seller }: { buyers: readonly string[]; seller: string },
  { people, books: which }: { people: number; books: 'one' | 'many' },
): Promise<Story> {
  const { shippingId, payment } = await methodsAt(port);
  const variants = await variantsToSell(databaseUrl, which === 'one' ? 1 : books);
  return {
    steps: [
      step('add-item', { variantId: '{{variantId}}' }, '"AddingItems"', {
        lineId: 'data.addItemToOrder.lines.0.id',
      }),
      step('address', { input: address }, '"AddingItems"'),
      step('shipping-method', { id: shippingId }, '"AddingItems"'),
      step('arrange-payment', {}, '"ArrangingPayment"'),
      step('pay', { method: payment }, '"PaymentSettled"'),
      sellerStep('fulfil', { lineId: '{{lineId}}', trackingCode: '{{key}}' }, '"Pending"', {
        fulfillmentId: 'data.addFulfillmentToOrder.id',
      }),
      sellerStep('ship', { id: '{{fulfillmentId}}' }, '"Shipped"'),
    ],
    people: buyers.slice(0, people).map((buyer, index) => ({
      buyer,
      seller,
      variantId: variants[index % variants.length] ?? '',
    })),
  };
}
