import type { Database } from './database.ts';
import type { Check } from './readiness.ts';
import { schemaCheck } from './schema-check.ts';
import type { SubgraphName } from './services.ts';

/**
 * What /ready tells of a subgraph's database: whether it answers and, where it has readers, whether one of them is in
 * use, which is enough for people without a token; and whether its schema is new enough.
 */
export function databaseChecks(database: Database, subgraph: SubgraphName): Check[] {
  const probe = () => database.ping();
  const schema = schemaCheck(database, subgraph);
  if (database.readers().length === 0) return [{ name: 'database', vital: true, probe }, schema];
  return [
    { name: 'database', vital: 'together', probe },
    {
      name: 'readers',
      vital: 'together',
      otherwise: 'left out',
      probe: async () => {
        if (!database.readers().some(({ isInUse }) => isInUse)) throw new Error('none is in use');
      },
    },
    schema,
  ];
}
