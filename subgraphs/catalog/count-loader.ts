import DataLoader from 'dataloader';
import type { Sql } from '../../runtime/sql.ts';
import { type Counted, type Counts, countsOf } from './facets.ts';
import type { FacetValue } from './resolvers.generated.ts';
import type { Count, Select } from './select-loader.ts';

/** One thing that is counted over all books for which the conditions hold. */
export interface Counting {
  where: readonly Sql[];
  counted: Counted;
}

/** Counts: what is asked at the same moment of the same conditions, by identity, is counted together. */
export const countLoader = (selects: DataLoader<Select, Count[]>): DataLoader<Counting, FacetValue[]> =>
  new DataLoader(
    async asked => {
      const results = new Map<readonly Sql[], Promise<Counts>>();
      for (const [where, alike] of Map.groupBy(asked, counting => counting.where))
        results.set(where, countsOf(selects, where, new Set(alike.map(({ counted }) => counted))));
      return Promise.all(
        asked.map(async ({ where, counted }) => (await results.get(where))?.[counted] ?? []),
      );
    },
    { cache: false },
  );
