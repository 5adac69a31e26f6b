import type { AccountRecord } from '../record/account-record.ts';
import type { BookRecord } from '../record/book-record.ts';
import type { PurchaseRecord } from '../record/purchase-record.ts';
import type { Client } from './client.ts';

/** Somebody with a token: enough to buy and sell. */
export interface Person {
  id: string;
  client: Client;
}

export interface OfferedBook extends BookRecord {
  seller: Person;
}

/** Who is there in a round, what is for sale, and what everybody wrote down. */
export interface Scene {
  /** Somebody without a token. */
  nobody: Client;
  buyers: readonly Person[];
  books: readonly OfferedBook[];
  delivery: { providerId: string; address: object };
  records: PurchaseRecord[];
  accounts: AccountRecord[];
}
