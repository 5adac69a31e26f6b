import { CannotSeed } from './cannot-seed.ts';
import { type DemoAccount, demoAccounts } from './demo/accounts.ts';
import { type DemoBook, demoBooks, demoOffersOf } from './demo/books.ts';
import { ledgerInMemory } from './ledger.ts';
import { letRequestsEnd } from './let-requests-end.ts';
import { type Progress, progressOn } from './progress.ts';
import { publishRows, type Row } from './publish-rows.ts';
import { signIn, signUp } from './sign-in.ts';
import type { Store } from './store-client.ts';
import { Refused } from './store-errors.ts';

/** The last account is registered after all else, so that where it is, everything is. */
async function isLoaded(store: Store): Promise<boolean> {
  const last = demoAccounts.at(-1);
  if (!last) return true;
  try {
    await signIn(store, last);
    return true;
  } catch (error) {
    if (error instanceof Refused && error.code === 'CREDENTIALS_INVALID') return false;
    throw error;
  }
}

/** Registers or signs in; undefined for an account whose password somebody changed: it is in use. */
async function enter(store: Store, account: DemoAccount) {
  try {
    return await signUp(store, account);
  } catch (error) {
    if (error instanceof Refused && error.code === 'CREDENTIALS_INVALID') return undefined;
    if (!(error instanceof Refused)) throw error;
    throw new CannotSeed(`The demo account ${account.email} is refused (${error.code}): ${error.message}`);
  }
}

async function* rowsOf(account: DemoAccount, books: readonly DemoBook[]): AsyncGenerator<Row> {
  const offers = demoOffersOf(account.email, books);
  for (const [index, offer] of offers.entries()) {
    yield { number: index + 1, share: (index + 1) / offers.length, offer };
  }
}

async function loadAccount(
  store: Store,
  account: DemoAccount,
  books: readonly DemoBook[],
  onBook: () => void,
  progress: Progress,
): Promise<void> {
  const entered = await enter(store, account);
  if (!entered) {
    progress.say(`${account.email} has another password by now: the account is left as it is.`);
    return;
  }
  if (entered.existed) await letRequestsEnd();
  await publishRows({
    store,
    caller: entered.caller,
    rows: () => rowsOf(account, books),
    ledger: ledgerInMemory(),
    onRow: ({ number }, outcome) => {
      if (typeof outcome !== 'string') {
        progress.say(`Book ${number} of ${account.email} is refused: ${outcome.refused}`);
      }
      onBook();
    },
  });
}

/**
 * Loads the demo: its accounts, and their books by publishBook. Where it is loaded it changes nothing; where a
 * run was interrupted, it goes on there. Prints progress. Throws CannotSeed when it cannot go on.
 */
export async function loadDemo(store: Store): Promise<void> {
  if (await isLoaded(store)) {
    process.stdout.write('The demo is loaded already: nothing to do.\n');
    return;
  }
  const books = demoBooks();
  const total = books.reduce((sum, book) => sum + book.offers.length, 0);
  const progress = progressOn(process.stdout, 'Demo');
  let done = 0;
  const onBook = () => {
    done += 1;
    progress.show(done / total, `${done} of ${total} books`);
  };
  const load = (account: DemoAccount) => loadAccount(store, account, books, onBook, progress);
  // Side by side, so that the newest books are not all of one seller.
  await Promise.all(demoAccounts.slice(0, -1).map(load));
  for (const account of demoAccounts.slice(-1)) await load(account);
  progress.end(`${demoAccounts.length} accounts and ${done} books are in the store`);
}
