import type { PurchaseStatus } from '../../subgraphs/purchase/resolvers.generated.ts';

/** What buyers and sellers see of a purchase. */
export interface SeenPurchase {
  id: string;
  status: PurchaseStatus;
  subtotal: { amount: string };
  total: { amount: string };
  /** RFC 3339; null once it is paid or over. */
  reservedUntil: string | null;
  payment: { status: string } | null;
}

export interface Outcome {
  purchase: SeenPurchase | null;
  userErrors: { code: string; message: string }[];
}

export interface SeenBook {
  id: string;
  price: { amount: string };
}

const purchaseFields = 'id status subtotal { amount } total { amount } reservedUntil payment { status }';

const verb = (name: string, inputType: string) =>
  `mutation($input: ${inputType}!) { ${name}(input: $input) { purchase { ${purchaseFields} } userErrors { code message } } }`;

/** The operations that people send, by their root field. */
export const operations = {
  purchaseBook: verb('purchaseBook', 'PurchaseBookInput'),
  chooseDelivery: verb('chooseDelivery', 'ChooseDeliveryInput'),
  payPurchase: verb('payPurchase', 'PayPurchaseInput'),
  shipPurchase: verb('shipPurchase', 'ShipPurchaseInput'),
  confirmDelivery: verb('confirmDelivery', 'ConfirmDeliveryInput'),
  cancelPurchase: verb('cancelPurchase', 'CancelPurchaseInput'),
  purchase: `query($id: ID!) { purchase(id: $id) { ${purchaseFields} } }`,
  deliveryProviders: '{ deliveryProviders { id name } }',
  books: '{ books(first: 10, sort: NEWEST) { nodes { id stock price { amount } } } }',
  book: 'query($id: ID!) { book(id: $id) { id stock price { amount } } }',
  publishBook:
    'mutation($input: PublishBookInput!) { publishBook(input: $input) { book { id } userErrors { code message } } }',
  updateBook:
    'mutation($input: UpdateBookInput!) { updateBook(input: $input) { book { id } userErrors { code message } } }',
  removeBook:
    'mutation($input: RemoveBookInput!) { removeBook(input: $input) { book { id } userErrors { code message } } }',
  register:
    'mutation($input: RegisterInput!) { register(input: $input) { user { id } tokens { accessToken } userErrors { code message } } }',
  login:
    'mutation($input: LoginInput!) { login(input: $input) { user { id } tokens { accessToken } userErrors { code message } } }',
} as const;

export type OperationName = keyof typeof operations;
