import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import type { BinlogPosition } from '../binlog/follow-server.ts';
import { type DatabaseServer, endOfLog } from '../source/database-server.ts';

const lockSeconds = 1;
const attempts = 10;
const lockWaitTimeout = 1205;

const begin = async (connection: Connection): Promise<void> => {
  await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ');
  await connection.query('START TRANSACTION WITH CONSISTENT SNAPSHOT');
};

/** MariaDB knows of each snapshot where the binary log stood: nobody is kept waiting. */
async function beginInMariadb(connection: Connection): Promise<BinlogPosition> {
  await begin(connection);
  const [rows] = await connection.query<(RowDataPacket & { Variable_name: string; Value: string })[]>(
    "SHOW STATUS LIKE 'binlog_snapshot_%'",
  );
  const status = new Map(rows.map(row => [row.Variable_name.toLowerCase(), row.Value]));
  const file = status.get('binlog_snapshot_file');
  if (!file) throw new Error('The server does not tell where its binary log stands in a snapshot.');
  return { file, position: Number(status.get('binlog_snapshot_position')) };
}

/**
 * MySQL does not: while another connection holds back the writers of these tables (who wait for some milliseconds;
 * whoever reads does not), log and snapshot stand still together. Not FLUSH TABLES WITH READ LOCK: that waits for every
 * long SELECT, keeps all others waiting behind it, and wants rights over the whole server.
 */
async function beginInMysql(
  connection: Connection,
  holder: Connection,
  tables: readonly string[],
  server: DatabaseServer,
): Promise<BinlogPosition> {
  await holder.query('SET SESSION lock_wait_timeout = ?', [lockSeconds]);
  const locks = tables.map(table => `${holder.escapeId(table)} READ`).join(', ');
  for (let attempt = 1; ; attempt += 1) {
    try {
      await holder.query(`LOCK TABLES ${locks}`);
      break;
    } catch (error) {
      const isBusy = error instanceof Error && 'errno' in error && error.errno === lockWaitTimeout;
      if (!isBusy || attempt === attempts) throw error;
    }
  }
  try {
    await begin(connection);
    return await endOfLog(holder, server);
  } finally {
    await holder.query('UNLOCK TABLES');
  }
}

/**
 * Begins a transaction that sees the database as it is at one moment, and tells where the binary log stood at that
 * moment: every transaction before there is in the snapshot, none after. Undefined where there is no log to use.
 */
export async function beginSnapshot(
  connection: Connection,
  url: string,
  tables: readonly string[],
  server: DatabaseServer,
): Promise<BinlogPosition | undefined> {
  if (server.logProblem !== undefined || tables.length === 0) {
    await begin(connection);
    return undefined;
  }
  if (server.kind === 'mariadb') return beginInMariadb(connection);
  const holder = await createConnection({ uri: url });
  try {
    return await beginInMysql(connection, holder, tables, server);
  } finally {
    await holder.end();
  }
}
