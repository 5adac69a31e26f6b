import { setTimeout as delay } from 'node:timers/promises';
import { Migrator } from '@mikro-orm/migrations';
import { type EntityManager, type MigrationObject, MikroORM } from '@mikro-orm/mysql';
import { type DatabaseOptions, ormOptions } from './database.ts';
import { isDatabaseDown, isLockWaitTimeout } from './database-errors.ts';
import { grantRights } from './grant-rights.ts';
import { TimedPool } from './timed-pool.ts';
import { refuseUnfinished } from './unfinished-restore.ts';

const patienceMilliseconds = 60_000;

/** One holds the lock, the others migrate. */
const connections = 3;

async function waitForServer(orm: MikroORM, name: string): Promise<void> {
  const deadline = Date.now() + patienceMilliseconds;
  for (let told = false; ; told = true) {
    try {
      await orm.em.getConnection().execute('SELECT 1');
      return;
    } catch (error) {
      if (!isDatabaseDown(error) || Date.now() > deadline) throw error;
      if (!told) console.log(`waiting for the database of ${name} …`);
      await delay(500);
    }
  }
}

/**
 * Under load a change of a table waits for those who use it, or tables that refer to it, at the moment: in vain for some
 * seconds, then it is tried again, so that nobody waits long behind it.
 */
async function migrateInTime(orm: MikroORM, name: string): Promise<void> {
  const deadline = Date.now() + patienceMilliseconds;
  for (;;) {
    try {
      const done = await orm.migrator.up();
      for (const { name: migration } of done) console.log(`${name}: ${migration}`);
      return;
    } catch (error) {
      if (!isLockWaitTimeout(error) || Date.now() > deadline) throw error;
      console.log(`${name} is in use: trying again`);
      await delay(Math.random() * 1_000);
    }
  }
}

async function runMigrations(
  orm: MikroORM,
  name: string,
  check: (em: EntityManager) => Promise<void>,
): Promise<void> {
  await waitForServer(orm, name);
  await check(orm.em.fork());
  const connection = orm.em.getConnection();
  await connection.transactional(async context => {
    await connection.execute('SELECT GET_LOCK(CONCAT(DATABASE(), ?), 60)', ['.migrate'], 'all', context);
    await migrateInTime(orm, name);
    await connection.execute('SELECT RELEASE_LOCK(CONCAT(DATABASE(), ?))', ['.migrate'], 'all', context);
  });
}

/**
 * Brings a database to the newest schema, after it has passed the check. Waits for a server that is still starting, and
 * for another migrate that is under way. Rejects with what a migration, or the check, said.
 */
export async function bringUpToDate(
  name: string,
  options: DatabaseOptions,
  list: MigrationObject[],
  check: (em: EntityManager) => Promise<void> = async () => {},
): Promise<void> {
  // A migration may take long.
  const patience = { statementMilliseconds: Infinity, waitMilliseconds: Infinity };
  const orm = await MikroORM.init({
    ...ormOptions(options, new TimedPool({ url: options.url, size: connections, ...patience })),
    extensions: [Migrator],
    migrations: {
      migrationsList: list,
      snapshot: false,
      transactional: false,
      tableName: 'migration',
      silent: true,
    },
  });
  try {
    await runMigrations(orm, name, check);
  } finally {
    await orm.close(true);
  }
}

/**
 * What the command `migrate` does with one database: bringUpToDate. `url` is the services'; where there is another one for
 * migrations, the services are granted what they need. Rejects as bringUpToDate and grantRights do.
 */
export async function migrate(
  name: string,
  { url, migrationUrl = url, entities }: DatabaseOptions & { migrationUrl: string | undefined },
  list: MigrationObject[],
): Promise<void> {
  await bringUpToDate(name, { url: migrationUrl, entities }, list, refuseUnfinished);
  if (migrationUrl !== url) await grantRights(migrationUrl, url);
  else
    console.warn(
      `The services' database user migrates ${name}, and so may change its tables and its audit log: see "Two database users" in deploy/README.md.`,
    );
}
