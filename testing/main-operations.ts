import { randomUUID } from 'node:crypto';
import type { GraphqlClient } from './graphql-client.ts';
import { publishBook, purchaseBook, soundBook, soundDelivery } from './operations.ts';
import type { Person, RegisteredPerson, StoreUser } from './use-store.ts';

/** People who sell, buy or leave, and what is ready for each of them to do. */
export interface Scene {
  nobody: GraphqlClient;
  seller: RegisteredPerson;
  buyer: RegisteredPerson;
  /** Somebody else who buys, and somebody who has nothing more to do. */
  otherBuyer: Person;
  leaver: RegisteredPerson;
  bookId: string;
  /** Another book, which nobody buys. */
  toRemove: string;
  /** Purchases of the first book by its buyer: two that are not paid yet, and one that is. */
  toDeliver: string;
  toPay: string;
  toShip: string;
  /** And by the other one: one that is paid, and one that is sent. */
  toCancel: string;
  toConfirm: string;
  delivery: object;
}

const pay = (purchaseId: string) => ({ purchaseId, method: 'CREDIT_CARD', idempotencyKey: randomUUID() });

/** Sets the scene anew. */
export async function setScene(store: StoreUser): Promise<Scene> {
  const nobody = store.nobody();
  const [seller, buyer, leaver] = await Promise.all([
    store.register('Librería Merlín'),
    store.register('Arturo Cova'),
    store.register('Barrera'),
  ]);
  const otherBuyer = store.person();
  const [bookId, toRemove, delivery] = await Promise.all([
    publishBook(seller.client, { stock: 12 }),
    publishBook(seller.client),
    soundDelivery(nobody),
  ]);
  const reserve = async (client: GraphqlClient, input: object) =>
    (await purchaseBook(client, { bookId, ...input })).purchase?.id ?? '';
  const buy = async (client: GraphqlClient) => {
    const purchaseId = await reserve(client, { delivery });
    await client.ask(operations.pay[0], { input: pay(purchaseId) });
    return purchaseId;
  };
  const send = async (purchaseId: string) => {
    await seller.client.ask(operations.ship[0], { input: { purchaseId } });
    return purchaseId;
  };
  const [toDeliver, toPay, toShip, toCancel, toConfirm] = await Promise.all([
    reserve(buyer.client, {}),
    reserve(buyer.client, { delivery }),
    buy(buyer.client),
    buy(otherBuyer.client),
    buy(otherBuyer.client).then(send),
  ]);
  const purchases = { toDeliver, toPay, toShip, toCancel, toConfirm };
  return { nobody, seller, buyer, otherBuyer, leaver, bookId, toRemove, ...purchases, delivery };
}

type Operation = readonly [
  document: string,
  sender: (scene: Scene) => GraphqlClient,
  variables: (scene: Scene) => object,
];

const asNobody = ({ nobody }: Scene) => nobody;
const asSeller = ({ seller }: Scene) => seller.client;
const asBuyer = ({ buyer }: Scene) => buyer.client;
const asOtherBuyer = ({ otherBuyer }: Scene) => otherBuyer.client;
const asLeaver = ({ leaver }: Scene) => leaver.client;
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
  logout: [`mutation { logout { ${errors} } }`, asLeaver, () => ({})],
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
  remove: [
    verb('removeBook', 'RemoveBookInput', `{ book { title } ${errors} }`),
    asSeller,
    ({ toRemove }) => ({ input: { bookId: toRemove } }),
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
  confirm: [
    verb('confirmDelivery', 'ConfirmDeliveryInput', purchase),
    asOtherBuyer,
    ({ toConfirm }) => ({ input: { purchaseId: toConfirm } }),
  ],
  cancel: [
    verb('cancelPurchase', 'CancelPurchaseInput', purchase),
    asOtherBuyer,
    ({ toCancel }) => ({ input: { purchaseId: toCancel } }),
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
