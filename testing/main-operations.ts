import { randomUUID } from 'node:crypto';
import type { GraphqlClient } from './graphql-client.ts';
import { publishBook, purchaseBook, soundBook, soundDelivery } from './operations.ts';
import type { RegisteredPerson, StoreUser } from './use-store.ts';

/** Somebody who sells, somebody who buys, and what is ready for each of them to do. */
export interface Scene {
  nobody: GraphqlClient;
  seller: RegisteredPerson;
  buyer: RegisteredPerson;
  bookId: string;
  /** Purchases of that book: two that are not paid yet, and one that is. */
  toDeliver: string;
  toPay: string;
  toShip: string;
  delivery: object;
}

const pay = (purchaseId: string) => ({ purchaseId, method: 'CREDIT_CARD', idempotencyKey: randomUUID() });

/** Sets the scene anew. */
export async function setScene(store: StoreUser): Promise<Scene> {
  const nobody = store.nobody();
  const seller = await store.register('Librería Merlín');
  const buyer = await store.register('Arturo Cova');
  const bookId = await publishBook(seller.client, { stock: 10 });
  const delivery = await soundDelivery(nobody);
  const reserve = async (input: object) =>
    (await purchaseBook(buyer.client, { bookId, ...input })).purchase?.id ?? '';
  const toDeliver = await reserve({});
  const toPay = await reserve({ delivery });
  const toShip = await reserve({ delivery });
  await buyer.client.ask(operations.pay[0], { input: pay(toShip) });
  return { nobody, seller, buyer, bookId, toDeliver, toPay, toShip, delivery };
}

type Operation = readonly [
  document: string,
  sender: (scene: Scene) => GraphqlClient,
  variables: (scene: Scene) => object,
];

const asNobody = ({ nobody }: Scene) => nobody;
const asSeller = ({ seller }: Scene) => seller.client;
const asBuyer = ({ buyer }: Scene) => buyer.client;
const errors = 'userErrors { code message }';
const session = `{ user { name } tokens { accessToken } ${errors} }`;
const purchase = `{ purchase { id status lines { title } } ${errors} }`;

const verb = (name: string, inputType: string, answer: string) =>
  `mutation($input: ${inputType}!) { ${name}(input: $input) ${answer} }`;

/** The main operations of the store: each document, who sends it, and with which variables. */
export const operations = {
  newest: ['{ books(first: 5) { nodes { title price { amount } seller { name } } } }', asNobody, () => ({})],
  search: ['{ books(query: "vorágine") { totalCount nodes { title stock } } }', asNobody, () => ({})],
  book: [
    'query($id: ID!) { book(id: $id) { title stock seller { name } } }',
    asNobody,
    ({ bookId }) => ({ id: bookId }),
  ],
  me: ['{ me { name email role } }', asBuyer, () => ({})],
  user: [
    'query($id: ID!) { user(id: $id) { name books { nodes { title } } } }',
    asNobody,
    ({ seller }) => ({ id: seller.id }),
  ],
  register: [
    verb('register', 'RegisterInput', session),
    asNobody,
    () => ({
      input: { name: 'Alicia', email: `${randomUUID()}@reader.example`, password: 'a quiet shelf of books' },
    }),
  ],
  login: [
    verb('login', 'LoginInput', session),
    asNobody,
    ({ buyer: { email, password } }) => ({ input: { email, password } }),
  ],
  refreshTokens: [
    verb('refreshTokens', 'RefreshTokensInput', `{ tokens { accessToken } ${errors} }`),
    asNobody,
    ({ buyer: { refreshToken } }) => ({ input: { refreshToken } }),
  ],
  publish: [
    verb('publishBook', 'PublishBookInput', `{ book { title } ${errors} }`),
    asSeller,
    () => ({ input: soundBook }),
  ],
  update: [
    verb('updateBook', 'UpdateBookInput', `{ book { title } ${errors} }`),
    asSeller,
    ({ bookId }) => ({ input: { bookId, title: 'La vorágine, 1924' } }),
  ],
  providers: ['{ deliveryProviders(country: "CO") { name cost { amount } } }', asNobody, () => ({})],
  purchase: [
    verb('purchaseBook', 'PurchaseBookInput', purchase),
    asBuyer,
    ({ bookId }) => ({ input: { bookId, idempotencyKey: randomUUID() } }),
  ],
  chooseDelivery: [
    verb('chooseDelivery', 'ChooseDeliveryInput', purchase),
    asBuyer,
    ({ toDeliver, delivery }) => ({ input: { purchaseId: toDeliver, delivery } }),
  ],
  pay: [verb('payPurchase', 'PayPurchaseInput', purchase), asBuyer, ({ toPay }) => ({ input: pay(toPay) })],
  ship: [
    verb('shipPurchase', 'ShipPurchaseInput', purchase),
    asSeller,
    ({ toShip }) => ({ input: { purchaseId: toShip } }),
  ],
  ownPurchases: [
    `{ me { id purchases { nodes { status seller { name }
      lines { title unitPrice { amount } book { title stock } } } } } }`,
    asBuyer,
    () => ({}),
  ],
  onePurchase: [
    `query($id: ID!) { purchase(id: $id) { status total { amount } seller { name }
      lines { title unitPrice { amount } book { title stock } } } }`,
    asBuyer,
    ({ toDeliver }) => ({ id: toDeliver }),
  ],
} as const satisfies Record<string, Operation>;
