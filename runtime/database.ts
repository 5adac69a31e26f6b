import { type EntityManager, MikroORM, type Options } from '@mikro-orm/mysql';
import { CompiledQuery, type DatabaseConnection } from 'kysely';

/** Connections kept at most, per process and database. */
const poolSize = 20;

const sessionSettings = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  "SET SESSION time_zone = '+00:00', innodb_lock_wait_timeout = 5, group_concat_max_len = 1048576",
];

// MikroORM hands over Kysely's connection without saying so in its types.
const isConnection = (connection: unknown): connection is DatabaseConnection =>
  typeof connection === 'object' && connection !== null && 'executeQuery' in connection;

async function prepareSession(connection: unknown): Promise<void> {
  if (!isConnection(connection))
    throw new Error('This version of MikroORM hands over another kind of connection.');
  for (const statement of sessionSettings) await connection.executeQuery(CompiledQuery.raw(statement));
}

export interface Database {
  orm: MikroORM;
  /** An EntityManager of its own, with an empty identity map: one a request, one a piece of work. */
  fork(): EntityManager;
  /** Resolves when the database answers; rejects with the reason when it does not. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** What a database is opened with: mysql://user:password@host:port/name, its entities, and optional readers. */
export interface DatabaseOptions {
  url: string;
  readerUrls?: readonly string[];
  entities: NonNullable<Options['entities']>;
}

/** MikroORM's options for a database of ours; migrate.ts adds its own to them. */
export function ormOptions({ url, readerUrls = [], entities }: DatabaseOptions): Options {
  return {
    clientUrl: url,
    entities: [...entities],
    charset: 'utf8mb4',
    forceUtcTimezone: true,
    pool: { min: 0, max: poolSize },
    driverOptions: { connectTimeout: 5_000, enableKeepAlive: true },
    replicas: readerUrls.map(readerUrl => ({ clientUrl: readerUrl })),
    preferReadReplicas: false,
    debug: false,
    ensureDatabase: false,
    onCreateConnection: prepareSession,
  };
}

/** Opens a pool of connections to a database, each READ COMMITTED and in UTC. Does not wait for the server. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const orm = await MikroORM.init(ormOptions(options));
  return {
    orm,
    fork: () => orm.em.fork({ clear: true }),
    ping: async () => {
      await orm.em.getConnection().execute('SELECT 1');
    },
    close: () => orm.close(true),
  };
}
