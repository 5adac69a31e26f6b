import type { Connection } from 'mysql2/promise';
import type { DatabaseKind } from '../../deploy/local/find-database-server.ts';

/** What a user needs to do again what a log tells. */
export const replayRights = {
  mysql: 'REPLICATION_APPLIER',
  mariadb: 'BINLOG REPLAY, BINLOG ADMIN',
} as const satisfies Record<DatabaseKind, string>;

const accessDenied = 1227;

/**
 * Has a connection do again what a log tells; answers whether its user may. MariaDB would write the text of a whole
 * statement BINLOG into its own log for every row in it: a thousand times what is restored.
 */
export async function allowReplay(connection: Connection, kind: DatabaseKind): Promise<boolean> {
  const settings = kind === 'mariadb' ? ['SET SESSION binlog_annotate_row_events = OFF'] : [];
  // The last one is no sound one: its refusal tells whether it is a matter of rights.
  for (const statement of [...settings, "BINLOG ''"])
    try {
      await connection.query(statement);
    } catch (error) {
      if (error instanceof Error && 'errno' in error && error.errno === accessDenied) return false;
      if (statement !== "BINLOG ''") throw error;
    }
  return true;
}
