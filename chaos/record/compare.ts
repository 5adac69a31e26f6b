import type { AccountRecord } from './account-record.ts';
import type { BookRecord } from './book-record.ts';
import { purchaseLies } from './purchase-lies.ts';
import type { PurchaseRecord } from './purchase-record.ts';
import type { PurchaseState, StoreState } from './store-state.ts';

/** What people wrote down. */
interface Records {
  purchases: readonly PurchaseRecord[];
  books: readonly BookRecord[];
  accounts: readonly AccountRecord[];
}

const nameOf = ({ buyerId, key }: { buyerId: string; key: string }) => `${buyerId} ${key}`;

/** What is wrong with one record, by the purchases that the store has under its key. */
function liesAbout(record: PurchaseRecord, states: readonly PurchaseState[]): string[] {
  const [state] = states;
  const lies = record.notShown > 0 ? ['it was acknowledged, and then not shown to its buyer'] : [];
  if (!state) return record.ids.size > 0 ? [...lies, 'it was acknowledged and is gone'] : lies;
  if (states.length > 1) lies.push('it is there twice');
  return [...lies, ...Object.keys(purchaseLies).filter(lie => purchaseLies[lie]?.(record, state))];
}

function liesAboutBook({ bookId, price, status, copies }: BookRecord, { books }: StoreState): string[] {
  const book = books.get(bookId);
  if (!book) return ['it was acknowledged and is gone'];
  const lies: string[] = [];
  if (!price.allows(book.price)) lies.push(`its price is ${book.price}, which its seller never ended with`);
  if (!status.allows(book.status)) lies.push(`it is ${book.status}, which its seller never ended with`);
  if (copies !== undefined && book.stock + book.held !== copies)
    lies.push(`${copies} copies were put in, ${book.stock} are free and ${book.held} held`);
  return lies;
}

function liesAboutAccount({ email, ids }: AccountRecord, { accounts }: StoreState): string[] {
  const lies: string[] = [];
  if (ids.size !== 1 || [...ids].some(id => id.startsWith('refused')))
    lies.push(`logging in gave ${[...ids].join(', ') || 'nobody'}`);
  const id = accounts.get(email);
  if (!id) lies.push('it was acknowledged and is gone');
  else if (!ids.has(id)) lies.push(`it is now ${id}`);
  return lies;
}

/**
 * Compares what the store told people with what it has when it is at rest; answers a line for each lie. The store
 * must have nothing but what these people made.
 */
export function compare(records: Records, state: StoreState): string[] {
  const asked = new Set(records.purchases.map(nameOf));
  const found = Map.groupBy(state.purchases, nameOf);
  return [
    ...records.purchases.flatMap(record =>
      liesAbout(record, found.get(nameOf(record)) ?? []).map(lie => `purchase under ${record.key}: ${lie}`),
    ),
    ...state.purchases
      .filter(purchase => !asked.has(nameOf(purchase)))
      .map(({ id }) => `purchase ${id}: nobody asked for it`),
    ...records.books.flatMap(book => liesAboutBook(book, state).map(lie => `book ${book.bookId}: ${lie}`)),
    ...records.accounts.flatMap(account =>
      liesAboutAccount(account, state).map(lie => `account ${account.email}: ${lie}`),
    ),
  ];
}
