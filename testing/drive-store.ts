import { reasonOf } from '../runtime/reason-of.ts';
import type { GraphqlClient } from './graphql-client.ts';
import { emptyTally, ObservedClient, type Tally } from './observed-client.ts';
import {
  chooseDelivery,
  confirmDelivery,
  payPurchase,
  publishBook,
  purchaseBook,
  readPurchase,
  shipPurchase,
  soundDelivery,
} from './operations.ts';
import type { StoreGuest } from './store-guest.ts';

const list = `query($query: String) { books(query: $query, first: 10) { totalCount
  nodes { id title price { amount } seller { name } } } }`;
const page = 'query($id: ID!) { book(id: $id) { title description stock seller { name } } }';
const mine = `{ me { id name purchases(first: 5) { nodes { id status
  seller { name } lines { title book { title stock } } } } } }`;

/** Looks around as nobody: the newest books, a search, a book. */
async function browse(client: GraphqlClient, bookId: string): Promise<void> {
  await client.ask(list);
  await client.ask(list, { query: 'vorágine' });
  await client.ask(page, { id: bookId });
}

/** The whole of a purchase, by a buyer and a seller: from the offer to the arrival, each asking what has become. */
async function story(buyer: GraphqlClient, seller: GraphqlClient): Promise<void> {
  const bookId = await publishBook(seller, { stock: 3 });
  await browse(buyer, bookId);
  const { purchase } = await purchaseBook(buyer, { bookId });
  const purchaseId = purchase?.id ?? '';
  await chooseDelivery(buyer, { purchaseId, delivery: await soundDelivery(buyer) });
  await payPurchase(buyer, { purchaseId });
  await readPurchase(seller, purchaseId);
  await shipPurchase(seller, { purchaseId });
  await confirmDelivery(buyer, { purchaseId });
  await buyer.ask(mine);
  const end = await readPurchase(buyer, purchaseId);
  if (end?.status !== 'DELIVERED') throw new Error(`a purchase ended ${end?.status}`);
}

const refresh = `mutation($input: RefreshTokensInput!) { refreshTokens(input: $input) {
  tokens { accessToken refreshToken } userErrors { code } } }`;

interface Tokens {
  accessToken: string;
  refreshToken: string;
}

/** A client with fresh tokens, and what gives it others. */
async function signedIn(nobody: ObservedClient, refreshToken: string): Promise<[ObservedClient, string]> {
  const { refreshTokens } = await nobody.ask<{ refreshTokens: { tokens: Tokens | null } }>(refresh, {
    input: { refreshToken },
  });
  if (!refreshTokens.tokens) throw new Error('a session has ended');
  return [nobody.as(refreshTokens.tokens.accessToken), refreshTokens.tokens.refreshToken];
}

/**
 * So many pairs of a buyer and a seller go through the story again and again until `isOver`, each time when it is
 * their turn. What they saw.
 */
export async function driveStore(
  store: StoreGuest,
  pairs: number,
  isOver: () => boolean,
  turn: () => Promise<void> = async () => {},
): Promise<Tally> {
  const tally = emptyTally();
  const nobody = new ObservedClient(store.nobody().url, tally);
  const goThrough = async () => {
    let { refreshToken: sellerToken } = await store.register('Librería Merlín');
    let { refreshToken: buyerToken } = await store.register('Arturo Cova');
    let [seller, buyer] = [nobody, nobody];
    while (!isOver()) {
      await turn();
      [seller, sellerToken] = await signedIn(nobody, sellerToken);
      [buyer, buyerToken] = await signedIn(nobody, buyerToken);
      await story(buyer, seller);
    }
  };
  const drive = async () => {
    while (!isOver()) await goThrough().catch(error => tally.failures.push(reasonOf(error)));
  };
  await Promise.all(Array.from({ length: pairs }, drive));
  return tally;
}
