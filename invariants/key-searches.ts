import type { InvariantName } from './invariants.ts';
import { asViolations, mostRows, type Search } from './search.ts';

/** Reads the unique key in its order, and does not rely on its being unique. */
const repeatedKeys =
  (table: 'purchase' | 'payment', invariant: InvariantName): Search =>
  async read => {
    const rows = await read<{ id: string; seen: string }>(
      'purchase',
      `SELECT MIN(id) AS id, CONCAT(COUNT(*), ' under the key ', idempotency_key, ', up to ', MAX(id)) AS seen
       FROM ${table} GROUP BY buyer_id, idempotency_key HAVING COUNT(*) > 1 LIMIT ${mostRows}`,
    );
    return asViolations(rows, invariant, 'one');
  };

/** Requests sent again that were taken for new ones. */
export const keySearches: readonly Search[] = [
  repeatedKeys('purchase', 'one_purchase_per_key'),
  repeatedKeys('payment', 'one_payment_per_key'),
];
