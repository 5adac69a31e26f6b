import { type EntityManager, MikroORM, type Options } from '@mikro-orm/mysql';
import type { ConnectionSource } from './connection-source.ts';
import { dialectOver } from './database-dialect.ts';
import type { DatabaseSettings } from './database-settings.ts';
import type { Logger } from './logger.ts';
import { openReaders } from './open-readers.ts';
import { poolOf } from './pool-of.ts';
import type { ReaderState } from './reader.ts';

export interface Database {
  orm: MikroORM;
  /** An EntityManager of its own, with an empty identity map: one a request, one a piece of work. */
  fork(): EntityManager;
  /** Resolves when the database answers; rejects with the reason when it does not. */
  ping(): Promise<void>;
  /** The readers, and which of them are in use now; none where none are configured. */
  readers(): ReaderState[];
  close(): Promise<void>;
}

/** What a database holds and where it is: mysql://user:password@host:port/name. */
export interface DatabaseOptions {
  url: string;
  entities: NonNullable<Options['entities']>;
}

/** MikroORM's options for a database of ours, over connections from `writer`, and from `readers` for `connectionType: 'read'`. */
export function ormOptions(
  { url, entities }: DatabaseOptions,
  writer: ConnectionSource,
  readers?: ConnectionSource,
): Options {
  return {
    clientUrl: url,
    entities: [...entities],
    charset: 'utf8mb4',
    forceUtcTimezone: true,
    driverOptions: () => dialectOver(writer),
    replicas: readers ? [{ driverOptions: () => dialectOver(readers) }] : [],
    preferReadReplicas: false,
    debug: false,
    ensureDatabase: false,
  };
}

/** Opens a database and the readers that copy it. Does not wait for the servers. */
export async function openDatabase(
  options: DatabaseOptions & {
    readerUrls?: readonly string[];
    settings: DatabaseSettings;
    logger: Logger;
  },
): Promise<Database> {
  const { url, readerUrls = [], settings, logger } = options;
  const writer = poolOf(url, settings, 'writer');
  const readers = openReaders({ url, readerUrls, writer, settings, logger });
  const orm = await MikroORM.init(ormOptions(options, writer, readers?.source));
  readers?.watch.start();
  return {
    orm,
    fork: () => orm.em.fork({ clear: true }),
    ping: async () => {
      await orm.em.getConnection().execute('SELECT 1');
    },
    readers: () => readers?.source.states ?? [],
    close: async () => {
      await readers?.watch.stop();
      await orm.close(true);
      await readers?.source.close();
      await writer.close();
    },
  };
}
