import { join } from 'node:path';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import { lineAfter } from '../backup/archive/reach.ts';
import type { Snapshot } from '../backup/archive/snapshots.ts';
import { describeServer } from '../backup/source/database-server.ts';
import { appendOnlyTables, auditTables } from '../runtime/audit/tables.ts';
import { accountDeletionTable } from '../runtime/erasure/deletion-table.ts';
import { reasonOf } from '../runtime/reason-of.ts';
import type { SubgraphName } from '../runtime/services.ts';
import type { Point } from './choose-point.ts';
import { loadTable } from './load/load-table.ts';
import { checkTarget, emptyTarget } from './load/prepare-target.ts';
import { allowReplay, replayRights } from './replay/allow-replay.ts';
import { type Replayed, replayLog } from './replay/replay-log.ts';

/** A database that is restored. */
export interface Target {
  subgraph: SubgraphName;
  connection: Connection;
}

/** The payment provider's books: a company of its own does not go back in time with us. */
export const providersTables = ['simulated_charge', 'simulated_charge_request'];

/** Who has left the store does not come back with its databases; and what was done was done. */
const keptTables = ['account_deletion', ...appendOnlyTables];

/** Rejects, before anything is touched, where a database cannot be restored. */
export async function checkDatabase(
  { subgraph, connection }: Target,
  { snapshot, until }: Point,
  overwrite: boolean,
): Promise<void> {
  const { server } = snapshot.manifest.databases[subgraph];
  const here = await describeServer(connection);
  if (here.kind !== server.kind)
    throw new Error(
      `The backup of ${subgraph} is of ${server.kind}, and its database is on ${here.kind} now.`,
    );
  if (until !== undefined && !(await allowReplay(connection, here.kind)))
    throw new Error(
      `The user of the database of ${subgraph} may not do again what a log tells: grant it ${replayRights[here.kind]} ON *.* for the time of the restore.`,
    );
  await checkTarget(subgraph, connection, overwrite);
}

/** Fills a database with what the snapshot has of it. Answers how many rows that are. */
export async function loadDatabase({ subgraph, connection }: Target, snapshot: Snapshot): Promise<number> {
  const { characterSet, collation, tables } = snapshot.manifest.databases[subgraph];
  await emptyTarget(connection);
  await connection.query(`ALTER DATABASE CHARACTER SET ${characterSet} COLLATE ${collation}`);
  for (const { name } of tables)
    await loadTable(connection, join(snapshot.folder, subgraph, `${name}.sql.gz`)).catch(error => {
      throw new Error(`The table ${name} of ${subgraph} cannot be filled: ${reasonOf(error)}`);
    });
  // A log may tell of rows in these beyond the point in time, when the tables were not there yet.
  for (const table of [accountDeletionTable, ...auditTables]) await connection.query(table);
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}

/** Does again in a database what the logs tell, from the snapshot to the point in time. */
export async function replayDatabase(
  archive: string,
  { subgraph, connection }: Target,
  { snapshot, until = 0 }: Point,
): Promise<Replayed> {
  const { name, log } = snapshot.manifest.databases[subgraph];
  const line = lineAfter(archive, snapshot, subgraph);
  if (!line || !log) throw new Error(`There are no logs of ${subgraph} behind ${snapshot.name}.`);
  const [[row]] = await connection.query<RowDataPacket[]>('SELECT DATABASE() AS name');
  return replayLog({
    connection,
    line,
    from: log,
    until,
    source: name,
    target: String(row?.name),
    beyond: subgraph === 'purchase' ? [...keptTables, ...providersTables] : keptTables,
  }).catch(error => {
    throw new Error(`${subgraph}: ${reasonOf(error)}`);
  });
}
