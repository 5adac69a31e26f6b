import type { PurchaseStatus } from '../../subgraphs/purchase/resolvers.generated.ts';

/** A purchase as the databases have it. Amounts in minor units. */
export interface PurchaseState {
  id: string;
  buyerId: string;
  key: string;
  status: PurchaseStatus;
  subtotal: number;
  total: number;
  /** Every status that it had, the oldest first. */
  history: PurchaseStatus[];
  lines: { bookId: string; quantity: number; unitPrice: number | null }[];
  payments: { key: string; status: string; amount: number; charge: string | undefined }[];
  /** Whether a delivery was chosen. */
  hasDelivery: boolean;
  /** The status of catalog's reservation; undefined where there is none. */
  reservation: string | undefined;
}

/** A book as the database has it. `held`: copies that are reserved or sold. */
export interface BookState {
  id: string;
  /** Such as "12.50". */
  price: string;
  status: string;
  stock: number;
  held: number;
}

export interface StoreState {
  purchases: PurchaseState[];
  books: ReadonlyMap<string, BookState>;
  /** The ids of accounts, by their e-mail address. */
  accounts: ReadonlyMap<string, string>;
}
