import type { Database } from './database.ts';
import type { Check } from './readiness.ts';

/** What /ready tells of a database's readers: whether all are in use. Nothing where there are none. */
export const readersCheck = (database: Database): Check[] =>
  database.readers().length === 0
    ? []
    : [
        {
          name: 'readers',
          vital: false,
          probe: async () => {
            const out = database.readers().filter(({ isInUse }) => !isInUse);
            if (out.length > 0) throw new Error(`left out: ${out.map(({ place }) => place).join(', ')}`);
          },
        },
      ];
