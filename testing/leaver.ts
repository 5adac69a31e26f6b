import { randomUUID } from 'node:crypto';
import { coverFiles } from '../covers/picture.ts';
import {
  cancelPurchase,
  confirmDelivery,
  payPurchase,
  publishBook,
  purchaseBook,
  readPurchase,
  shipPurchase,
  soundDelivery,
} from './operations.ts';
import { twoColours } from './pictures.ts';
import { until } from './until.ts';
import type { Person, RegisteredPerson, StoreUser } from './use-store.ts';

/** A text that stands nowhere else. */
export const mark = (what: string): string => `canary${what}${randomUUID().replaceAll('-', '')}`;

/** Texts that stand nowhere but where the leaver wrote them. The token stands in the payment provider's books too. */
const newCanaries = () => ({
  name: mark('Name'),
  device: mark('Device'),
  recipient: mark('Recipient'),
  street: mark('Street'),
  flat: mark('Flat'),
  city: mark('City'),
  region: mark('Region'),
  key: mark('Key'),
  reason: mark('Reason'),
  sellersReason: mark('SellersReason'),
  tracking: mark('Tracking'),
  title: mark('Title'),
  description: mark('Description'),
  conditionNote: mark('Note'),
  token: mark('Token'),
});

/** Somebody who has bought and sold in every way, and with whom. */
export interface Leaver {
  person: RegisteredPerson;
  canaries: ReturnType<typeof newCanaries>;
  /** Who sells to the leaver, and who buys from the leaver. */
  seller: Person;
  buyer: Person;
  /** The ids of a book of the seller's, of which there are 20 copies, and of one of the leaver's, of which there are 10. */
  books: { others: string; own: string };
  /** The ids of purchases, by what has become of them. */
  bought: Record<string, string>;
  sold: Record<string, string>;
  /** The files of the cover of the leaver's book. */
  coverFiles: string[];
}

interface Ordered {
  bookId: string;
  address?: object;
  idempotencyKey?: string;
}

async function order({ client }: Person, { bookId, address, idempotencyKey }: Ordered): Promise<string> {
  const delivery = await soundDelivery(client);
  const { purchase, userErrors } = await purchaseBook(client, {
    bookId,
    delivery: address ? { ...delivery, address } : delivery,
    idempotencyKey: idempotencyKey ?? randomUUID(),
  });
  if (!purchase) throw new Error(JSON.stringify(userErrors));
  return purchase.id;
}

async function buy(store: StoreUser, { person, canaries, seller, books, bought }: Leaver): Promise<void> {
  const { client } = person;
  const address = {
    recipient: canaries.recipient,
    line1: canaries.street,
    line2: canaries.flat,
    city: canaries.city,
    region: canaries.region,
    country: 'CO',
  };
  const key = () => `${canaries.key} ${randomUUID()}`;
  const pay = (purchaseId = '') => payPurchase(client, { purchaseId, idempotencyKey: key() });
  for (const name of ['delivered', 'cancelled', 'declined', 'awaiting', 'expired'])
    bought[name] = await order(person, { bookId: books.others, address, idempotencyKey: key() });
  const { delivered, cancelled, declined, expired = '' } = bought;
  await pay(delivered);
  await shipPurchase(seller.client, { purchaseId: delivered, trackingNumber: canaries.tracking });
  await confirmDelivery(client, { purchaseId: delivered });
  await pay(cancelled);
  await cancelPurchase(client, { purchaseId: cancelled, reason: canaries.reason });
  await payPurchase(client, { purchaseId: declined, paymentToken: canaries.token });
  const expire = 'UPDATE purchase SET reserved_until = NOW(3), due_at = NOW(3) WHERE id = ?';
  await store.rows('purchase', expire, [expired]);
  await until('it expires', async () => (await readPurchase(client, expired))?.status === 'EXPIRED');
}

async function sell({ person: { client }, canaries, buyer, books, sold }: Leaver): Promise<void> {
  for (const name of ['delivered', 'shipped', 'awaiting', 'cancelled'])
    sold[name] = await order(buyer, { bookId: books.own });
  const { delivered, shipped, cancelled } = sold;
  for (const purchaseId of [delivered, shipped, cancelled]) await payPurchase(buyer.client, { purchaseId });
  for (const purchaseId of [delivered, shipped]) await shipPurchase(client, { purchaseId });
  await confirmDelivery(buyer.client, { purchaseId: delivered });
  await cancelPurchase(client, { purchaseId: cancelled, reason: canaries.sellersReason });
}

async function logInFromDevice({ person, canaries }: Leaver): Promise<void> {
  const answer = await fetch(`${person.client.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': canaries.device },
    body: JSON.stringify({
      query: 'mutation($input: LoginInput!) { login(input: $input) { userErrors { code } } }',
      variables: { input: { email: person.email, password: person.password } },
    }),
  });
  const text = await answer.text();
  if (text.trim() !== '{"data":{"login":{"userErrors":[]}}}') throw new Error(text);
}

async function uploadCover(store: StoreUser, leaver: Leaver): Promise<void> {
  const { client } = leaver.person;
  const answer = await fetch(`${client.url}/covers/${leaver.books.own}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${client.token}` },
    body: new Uint8Array(await twoColours('jpeg')),
  });
  if (answer.status !== 200) throw new Error(`the cover was answered by ${answer.status}`);
  const statement = 'SELECT picture FROM cover WHERE used_for = ?';
  const [row] = await store.rows<{ picture: string }>('catalog', statement, [leaver.books.own]);
  leaver.coverFiles = coverFiles(row?.picture ?? '');
}

/** Has somebody buy and sell in every way, log in from another device, and put up a cover, each with texts of its own. */
export async function settleLeaver(store: StoreUser): Promise<Leaver> {
  const canaries = newCanaries();
  const person = await store.register(canaries.name);
  const [seller, buyer] = [store.person(), store.person()];
  const { title, description, conditionNote, key } = canaries;
  const others = await publishBook(seller.client, { stock: 20 });
  const own = await publishBook(person.client, { stock: 10, description, conditionNote });
  await publishBook(person.client, { title, idempotencyKey: key });
  const books = { others, own };
  const leaver: Leaver = { person, canaries, seller, buyer, books, bought: {}, sold: {}, coverFiles: [] };
  await Promise.all([buy(store, leaver), sell(leaver), logInFromDevice(leaver), uploadCover(store, leaver)]);
  return leaver;
}
