import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import type { DatabaseUrls } from '../../deploy/local/databases.ts';
import { writePrivateFile } from '../../deploy/local/write-private-file.ts';
import { instantOf } from '../../runtime/database-time.ts';
import { type SubgraphName, subgraphs } from '../../runtime/services.ts';
import type { DatabaseManifest, Manifest } from '../archive/manifest.ts';
import { nameOfTime } from '../archive/name-of-time.ts';
import { manifestFile, snapshotsFolder, sumsFile, unfinishedPrefix } from '../archive/snapshots.ts';
import { writeSums } from '../archive/sums.ts';
import { newestLine } from '../logs/lines.ts';
import { describeServer } from '../source/database-server.ts';
import { openSource } from '../source/open-source.ts';
import { storeVersion } from '../source/store-version.ts';
import { beginSnapshot } from './begin-snapshot.ts';
import { describeTables, tableNames } from './describe-tables.ts';
import { writeTable } from './write-table.ts';

interface Plan {
  archive: string;
  subgraph: SubgraphName;
  url: string;
  /** Of the snapshot. */
  folder: string;
}

const facts = `SELECT DATABASE() AS name, @@character_set_database AS characterSet, @@collation_database AS collation,
  UTC_TIMESTAMP(3) AS now`;

/** Writes a database, as it is at one moment, into its folder of the snapshot. */
async function writeDatabase({ archive, subgraph, url, folder }: Plan): Promise<DatabaseManifest> {
  const opened = await openSource(subgraph, url);
  try {
    const connection: Connection = opened.promise();
    const server = await describeServer(connection);
    const names = await tableNames(connection);
    if (!names.includes('migration')) throw new Error(`The database of ${subgraph} is not that of a store.`);
    const position = await beginSnapshot(connection, url, names, server);
    const [[row]] = await connection.query<RowDataPacket[]>(facts);
    const line = newestLine(archive, subgraph);
    const tables: DatabaseManifest['tables'] = [];
    mkdirSync(join(folder, subgraph), { mode: 0o700 });
    for (const table of await describeTables(connection, names)) {
      const file = join(folder, subgraph, `${table.name}.sql.gz`);
      tables.push({ name: table.name, rows: await writeTable(opened, table, file) });
    }
    return {
      name: String(row?.name),
      server: { kind: server.kind, version: server.version },
      characterSet: String(row?.characterSet),
      collation: String(row?.collation),
      at: instantOf(String(row?.now)).toISOString(),
      log: position && line?.server === server.id ? { line: line.name, ...position } : null,
      tables,
    };
  } finally {
    opened.destroy();
  }
}

/**
 * Takes a snapshot of the three databases, each as it is at one moment, at about the same time; answers its name. It
 * appears whole or not at all: what an interrupted one left is removed. The logs must be copied before (shipLogs), so
 * that the snapshot knows the line that it stands in, and after, so that this reaches it.
 */
export async function takeSnapshot(archive: string, urls: DatabaseUrls): Promise<string> {
  const all = snapshotsFolder(archive);
  mkdirSync(all, { recursive: true, mode: 0o700 });
  for (const left of readdirSync(all).filter(name => name.startsWith(unfinishedPrefix)))
    rmSync(join(all, left), { recursive: true, force: true });
  const name = nameOfTime(new Date());
  const folder = join(all, `${unfinishedPrefix}${name}`);
  mkdirSync(folder, { mode: 0o700 });
  const work = subgraphs.map(subgraph => writeDatabase({ archive, subgraph, url: urls[subgraph], folder }));
  try {
    const [auth, catalog, purchase] = await Promise.all(work);
    if (!auth || !catalog || !purchase) throw new RangeError('There are three databases.');
    const found: Manifest = { format: 1, version: storeVersion(), databases: { auth, catalog, purchase } };
    writePrivateFile(join(folder, manifestFile), `${JSON.stringify(found, null, 2)}\n`);
    const files = subgraphs.flatMap(subgraph =>
      found.databases[subgraph].tables.map(table => `${subgraph}/${table.name}.sql.gz`),
    );
    await writeSums(folder, [...files, manifestFile], sumsFile);
    renameSync(folder, join(all, name));
    return name;
  } catch (error) {
    await Promise.allSettled(work);
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
