import type { SubgraphName } from '../runtime/services.ts';
import type { operations } from './main-operations.ts';

/** All that was asked for; some of it; or nothing, but that it is to be had later (SERVICE_UNAVAILABLE, 503). */
export type Outcome = 'whole' | 'partial' | 'refused';

/** What people do: the main operations, and the pictures of books. */
export type Doing = keyof typeof operations | 'covers';

/** What becomes of what people do while a subgraph is down or hangs. */
export const partDownTable: Record<Doing, Record<SubgraphName, Outcome>> = {
  newest: { auth: 'partial', catalog: 'refused', purchase: 'whole' },
  search: { auth: 'whole', catalog: 'refused', purchase: 'whole' },
  book: { auth: 'partial', catalog: 'refused', purchase: 'whole' },
  // Those that were shown before are kept.
  covers: { auth: 'whole', catalog: 'partial', purchase: 'whole' },
  me: { auth: 'refused', catalog: 'whole', purchase: 'whole' },
  user: { auth: 'refused', catalog: 'partial', purchase: 'whole' },
  register: { auth: 'refused', catalog: 'whole', purchase: 'whole' },
  login: { auth: 'refused', catalog: 'whole', purchase: 'whole' },
  refreshTokens: { auth: 'refused', catalog: 'whole', purchase: 'whole' },
  logout: { auth: 'refused', catalog: 'whole', purchase: 'whole' },
  publish: { auth: 'whole', catalog: 'refused', purchase: 'whole' },
  update: { auth: 'whole', catalog: 'refused', purchase: 'whole' },
  remove: { auth: 'whole', catalog: 'refused', purchase: 'whole' },
  providers: { auth: 'whole', catalog: 'whole', purchase: 'refused' },
  purchase: { auth: 'whole', catalog: 'refused', purchase: 'refused' },
  chooseDelivery: { auth: 'whole', catalog: 'whole', purchase: 'refused' },
  // With catalog down the payment is begun, and is finished when catalog is back; and what is called off is given back then.
  pay: { auth: 'whole', catalog: 'whole', purchase: 'refused' },
  cancel: { auth: 'whole', catalog: 'whole', purchase: 'refused' },
  ship: { auth: 'whole', catalog: 'whole', purchase: 'refused' },
  confirm: { auth: 'whole', catalog: 'whole', purchase: 'refused' },
  ownPurchases: { auth: 'refused', catalog: 'partial', purchase: 'partial' },
  onePurchase: { auth: 'partial', catalog: 'partial', purchase: 'refused' },
};

/** What the rows of the README's table are about, as they are written there. */
export const partDownRows: Record<string, readonly Doing[]> = {
  'the newest books with their sellers': ['newest'],
  search: ['search'],
  "a book's page": ['book'],
  covers: ['covers'],
  '`me`': ['me'],
  "a user's page": ['user'],
  'register, log in, refresh tokens, log out': ['register', 'login', 'refreshTokens', 'logout'],
  'publish, update, remove a book': ['publish', 'update', 'remove'],
  'who delivers': ['providers'],
  '`purchaseBook`': ['purchase'],
  '`chooseDelivery`': ['chooseDelivery'],
  '`payPurchase`': ['pay'],
  '`cancelPurchase`': ['cancel'],
  '`shipPurchase`, `confirmDelivery`': ['ship', 'confirm'],
  '`me { purchases }` with books and sellers': ['ownPurchases'],
  'one purchase with its books and its seller': ['onePurchase'],
};
