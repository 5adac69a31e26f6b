import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  MysqlAdapter,
  MysqlIntrospector,
  MysqlQueryCompiler,
} from 'kysely';
import type { BorrowedConnection, ConnectionSource } from './connection-source.ts';

const isBorrowed = (connection: DatabaseConnection): connection is BorrowedConnection =>
  'release' in connection && 'destroy' in connection;

function borrowed(connection: DatabaseConnection): BorrowedConnection {
  if (isBorrowed(connection)) return connection;
  throw new Error('This version of Kysely hands over another kind of connection.');
}

// A transaction that cannot be begun or ended leaves its connection in a state that nobody knows; and Kysely
// does not give such a connection back.
async function control(connection: DatabaseConnection, statement: string): Promise<void> {
  try {
    await connection.executeQuery(CompiledQuery.raw(statement));
  } catch (error) {
    borrowed(connection).destroy();
    throw error;
  }
}

/** Kysely's MySQL over connections that are borrowed from `source`. Transactions are those of the session: READ COMMITTED. */
export function dialectOver(source: ConnectionSource): Dialect {
  const driver: Driver = {
    init: async () => {},
    acquireConnection: () => source.acquire(),
    beginTransaction: connection => control(connection, 'begin'),
    commitTransaction: connection => control(connection, 'commit'),
    rollbackTransaction: connection => control(connection, 'rollback'),
    releaseConnection: async connection => borrowed(connection).release(),
    destroy: () => source.close(),
  };
  return {
    createDriver: () => driver,
    createAdapter: () => new MysqlAdapter(),
    createQueryCompiler: () => new MysqlQueryCompiler(),
    createIntrospector: db => new MysqlIntrospector(db),
  };
}
