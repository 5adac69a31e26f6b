import type { Database } from './database.ts';
import type { Check } from './readiness.ts';

/**
 * What /ready tells of a database: whether it answers and, where it has readers, whether one of them is in use, which
 * is enough for people without a token.
 */
export function databaseChecks(database: Database): Check[] {
  const probe = () => database.ping();
  if (database.readers().length === 0) return [{ name: 'database', vital: true, probe }];
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
  ];
}
