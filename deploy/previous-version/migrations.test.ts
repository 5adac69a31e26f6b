import { beforeAll, describe, expect } from '@jest/globals';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { bringUpToDate } from '../../runtime/migrate.ts';
import { databaseSetting, type SubgraphName, subgraphs } from '../../runtime/services.ts';
import { schemas } from '../../subgraphs/schemas.ts';
import { createTestDatabases } from '../../testing/test-databases.ts';
import type { DatabaseUrls } from '../local/databases.ts';
import { migrateDatabases } from '../local/migrate.ts';
import { checkOutPreviousVersion } from './check-out.ts';
import { contractions } from './contractions.ts';
import { askGit, findPreviousVersion, hasHistory } from './find-previous-version.ts';
import { historyTest } from './history-test.ts';
import { readSchema, type Schema } from './read-schema.ts';

// The databases of the version before are brought to the schema of this one, a migration at a time.

/** What CONTRIBUTING.md asks a migration for that takes something away. */
const unusedSinceOf = (migration: object): string | undefined =>
  'unusedSince' in migration ? String(migration.unusedSince) : undefined;

let databases: DatabaseUrls;
let fresh: DatabaseUrls;

const environmentOf = (urls: DatabaseUrls) => ({
  ...process.env,
  ...Object.fromEntries(subgraphs.map(name => [databaseSetting(name), urls[name]])),
});

beforeAll(async () => {
  if (!hasHistory) return;
  const { signal } = new AbortController();
  databases = await createTestDatabases('before');
  await migrateDatabases(environmentOf(databases), signal, await checkOutPreviousVersion());
  fresh = await createTestDatabases('fresh');
  await migrateDatabases(environmentOf(fresh), signal);
});

async function migrationsOn(url: string): Promise<Set<string>> {
  const connection = await createConnection(url);
  const [rows] = await connection.query<RowDataPacket[]>('SELECT name FROM migration');
  await connection.end();
  return new Set(rows.map(({ name }) => String(name)));
}

/** What is wrong with a release as the one since which something is unused. */
async function problemWith(release: string | undefined): Promise<string | undefined> {
  if (release === undefined) return 'and it does not say which release stopped using that (unusedSince)';
  const { name, commit } = await findPreviousVersion();
  const { isWell } = await askGit('merge-base', '--is-ancestor', `refs/tags/${release}`, commit);
  return isWell ? undefined : `and ${release} is no release up to ${name}, the version before this one`;
}

/** The migrations since the version before, run one after another: what is wrong with them. */
async function problemsOf(subgraph: SubgraphName): Promise<string[]> {
  const url = databases[subgraph];
  const { entities, migrations } = schemas[subgraph];
  const done = await migrationsOn(url);
  const problems = [...done]
    .filter(name => !migrations.some(migration => migration.name === name))
    .map(name => `${name} was released and is gone`);
  for (const [index, { name, class: migration }] of migrations.entries()) {
    if (done.has(name)) continue;
    const before = await readSchema(url);
    const upToIt = migrations.filter((other, at) => at <= index || done.has(other.name));
    await bringUpToDate(subgraph, { url, entities }, upToIt);
    const lost = contractions(before, await readSchema(url));
    const problem = lost.length > 0 ? await problemWith(unusedSinceOf(migration)) : undefined;
    if (problem) problems.push(`${name}: ${lost.join(', ')}, ${problem}`);
  }
  return problems;
}

const listed = ({ columns, constraints }: Schema) => ({
  columns: [...columns.values()].map(column => JSON.stringify(column)).sort(),
  constraints: [...constraints.keys()].sort(),
});

describe.each(subgraphs)('%s', subgraph => {
  historyTest('takes nothing away that the version before uses', async () => {
    expect(await problemsOf(subgraph)).toEqual([]);
  });

  historyTest('a database that was brought up to date is like one that is new', async () => {
    expect(listed(await readSchema(databases[subgraph]))).toEqual(listed(await readSchema(fresh[subgraph])));
  });
});
