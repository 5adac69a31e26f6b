import { checkInvariants } from '../invariants/check-invariants.ts';
import type { StoreUser } from './use-store.ts';

interface Violation {
  rule: string;
  id: string;
  seen: string;
  expected: string;
}

/** How late anything may be on a machine that is busy with tests. */
const graceSeconds = 10;

/**
 * Asks the oracle (`npm run invariants`) about a store, and names everything that must never be: money without goods,
 * goods without money, copies lost or doubled. `put` tells how many copies each book was offered with, which the
 * store itself might have got wrong.
 */
export async function violations(store: StoreUser, put: ReadonlyMap<string, number>): Promise<Violation[]> {
  const verdict = await checkInvariants(store.description.databases, { recoverySeconds: 1, graceSeconds });
  const found = verdict.violations.map(({ invariant, ...violation }) => ({ rule: invariant, ...violation }));
  const books = await store.rows<{ id: string; stock_put_in: number }>(
    'catalog',
    'SELECT id, stock_put_in FROM book',
  );
  const wrong = books.flatMap(({ id, stock_put_in: counted }) => {
    const expected = put.get(id) ?? counted;
    return counted === expected
      ? []
      : [{ rule: 'copies_put_in', id, seen: String(counted), expected: String(expected) }];
  });
  return [...found, ...wrong];
}
