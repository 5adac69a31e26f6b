import { checkInvariants } from '../invariants/check-invariants.ts';
import type { Violation } from '../invariants/invariants.ts';
import type { StoreUser } from './use-store.ts';

/** How late anything may be on a machine that is busy with tests. */
const graceSeconds = 10;

/**
 * Asks the oracle (`npm run invariants`) about a store, and names everything that must never be: money without goods,
 * goods without money, copies lost or doubled. `put` tells how many copies each book was offered with, which the
 * store itself might have got wrong.
 */
export async function violations(store: StoreUser, put: ReadonlyMap<string, number>): Promise<Violation[]> {
  const verdict = await checkInvariants(store.description.databases, { recoverySeconds: 1, graceSeconds });
  const books = await store.rows<{ id: string; stock_put_in: number }>(
    'catalog',
    'SELECT id, stock_put_in FROM book',
  );
  const counted = new Map(books.map(book => [book.id, book.stock_put_in]));
  const wrong = [...put].filter(([id, copies]) => counted.get(id) !== copies);
  return [
    ...verdict.violations,
    ...wrong.map(
      ([id, copies]): Violation => ({
        invariant: 'copies_add_up',
        id,
        seen: `${counted.get(id) ?? 'no book'} put in`,
        expected: `${copies} put in`,
      }),
    ),
  ];
}
