import type { Connection, RowDataPacket } from 'mysql2/promise';
import type { BinlogPosition } from '../binlog/follow-server.ts';

/** A database server, as far as a backup must know it. */
export interface DatabaseServer {
  kind: 'mysql' | 'mariadb';
  version: string;
  /** A text that another server does not have. */
  id: string;
  /** Why its binary log cannot be used; undefined where it can. */
  logProblem: string | undefined;
}

const variables = [
  'version',
  'server_id',
  'server_uuid',
  'server_uid',
  'log_bin',
  'binlog_format',
  'binlog_row_image',
  'binlog_transaction_compression',
];

/** Other values than these make a log that does not tell each row, or not in a way that can be done again here. */
const wanted: Readonly<Record<string, string>> = {
  log_bin: 'ON',
  binlog_format: 'ROW',
  binlog_row_image: 'FULL',
  binlog_transaction_compression: 'OFF',
};

/** What the server at the end of a connection is. */
export async function describeServer(connection: Connection): Promise<DatabaseServer> {
  const [rows] = await connection.query<(RowDataPacket & { Variable_name: string; Value: string })[]>(
    'SHOW GLOBAL VARIABLES WHERE Variable_name IN (?)',
    [variables],
  );
  const values = new Map(rows.map(row => [row.Variable_name, row.Value]));
  const version = values.get('version') ?? '';
  const wrong = Object.entries(wanted).find(([name, value]) => (values.get(name) ?? value) !== value);
  return {
    kind: version.includes('MariaDB') ? 'mariadb' : 'mysql',
    version,
    id: [values.get('server_uuid') ?? values.get('server_uid'), values.get('server_id')].join(' '),
    logProblem: wrong && `${wrong[0]} is ${values.get(wrong[0])}; start the server with ${wrong.join('=')}`,
  };
}

const isBefore82 = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < 8 || (major === 8 && minor < 2);
};

/** Where a server's binary log ends now. The user needs REPLICATION CLIENT (MariaDB: BINLOG MONITOR). */
export async function endOfLog(connection: Connection, server: DatabaseServer): Promise<BinlogPosition> {
  const isOld = server.kind === 'mariadb' || isBefore82(server.version);
  const [rows] = await connection.query<RowDataPacket[]>(
    isOld ? 'SHOW MASTER STATUS' : 'SHOW BINARY LOG STATUS',
  );
  const [status] = rows;
  if (!status) throw new Error('The server keeps no binary log.');
  return { file: String(status.File), position: Number(status.Position) };
}
