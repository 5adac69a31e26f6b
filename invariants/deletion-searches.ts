import type { SubgraphName } from '../runtime/services.ts';
import { asViolations, mostRows, type Search } from './search.ts';

/** What is promised to who leaves. */
const patienceHours = 24;

/** Users whose accounts were deleted a day ago, and of whom a subgraph still holds something. */
export const deletionSearch =
  (database: SubgraphName): Search =>
  async read => {
    const rows = await read<{ id: string; seen: string }>(
      database,
      `SELECT user_id AS id, CONCAT('deleted at ', deleted_at, ', and ${database} has not erased all') AS seen
       FROM account_deletion
       WHERE erased_at IS NULL AND deleted_at < NOW(3) - INTERVAL ${patienceHours} HOUR LIMIT ${mostRows}`,
    );
    return asViolations(rows, 'account_erased_in_time', 'erased within a day');
  };
