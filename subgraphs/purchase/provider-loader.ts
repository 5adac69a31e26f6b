import type DataLoader from 'dataloader';
import { isId } from '../../runtime/ids.ts';
import { keyedBy } from '../../runtime/loaders.ts';
import { isOneOf, join, type Sql, sql } from '../../runtime/sql.ts';
import type { ShownProvider } from './delivery-provider.ts';
import type { CoverageArea } from './resolvers.generated.ts';

interface ProviderRow {
  id: string;
  name: string;
  coverage: CoverageArea;
  cost: number | string;
}

const select = sql('SELECT id, name, coverage, cost FROM delivery_provider WHERE');

/** Loads delivery providers by their ids. */
export const providerLoader = (
  execute: (statement: Sql) => Promise<ProviderRow[]>,
): DataLoader<string, ShownProvider | null> =>
  keyedBy(
    async ids => {
      const possible = ids.filter(isId);
      if (possible.length === 0) return [];
      const rows = await execute(join([select, isOneOf('id', possible)], ' '));
      return rows.map(row => ({ ...row, cost: Number(row.cost) }));
    },
    provider => provider.id,
  );
