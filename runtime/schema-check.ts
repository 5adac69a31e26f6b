import { readdirSync } from 'node:fs';
import type { Database } from './database.ts';
import { isMissingTable } from './database-errors.ts';
import { inTime } from './in-time.ts';
import type { Check } from './readiness.ts';
import type { SubgraphName } from './services.ts';

// Less than /ready waits for each part.
const patienceMilliseconds = 800;

/** The names of the migrations that a subgraph's code knows: those of its files. */
const migrationsOf = (subgraph: SubgraphName): string[] =>
  readdirSync(new URL(`../subgraphs/${subgraph}/migrations/`, import.meta.url)).map(file =>
    file.replace(/\.ts$/, ''),
  );

/** Those of the migrations that were not run on a database. Rejects when it does not answer. */
async function missing(database: Database, names: readonly string[]): Promise<string[]> {
  try {
    const rows = await database.fork().execute<{ name: string }[]>('SELECT name FROM migration');
    const done = new Set(rows.map(({ name }) => name));
    return names.filter(name => !done.has(name));
  } catch (error) {
    if (isMissingTable(error)) return [...names];
    throw error;
  }
}

/**
 * What /ready tells of a database's schema: whether it is as new as the code that reads it. It may be newer: migrations
 * expand before they contract. A database that does not answer is another check's matter.
 */
export function schemaCheck(database: Database, subgraph: SubgraphName): Check {
  const names = migrationsOf(subgraph);
  let isCurrent = false;
  return {
    name: 'schema',
    vital: true,
    otherwise: 'older than this version of the store: run migrate first',
    async probe() {
      if (isCurrent) return;
      const lacking = await inTime(missing(database, names), patienceMilliseconds).catch(() => undefined);
      if (lacking && lacking.length > 0) throw new Error(`not migrated: ${lacking.join(', ')}`);
      isCurrent = lacking !== undefined;
    },
  };
}
