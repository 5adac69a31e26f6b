import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Connection, createConnection } from 'mysql2/promise';
import { createDatabases, type DatabaseUrls } from '../../../deploy/local/databases.ts';
import { migrateDatabases } from '../../../deploy/local/migrate.ts';
import { isWorthRetrying } from '../../../runtime/database-errors.ts';
import { databaseSetting, subgraphs } from '../../../runtime/services.ts';
import { forEachConcurrently } from '../../../seed/for-each-concurrently.ts';
import { insertBooks } from '../../../seed/synthetic/insert-books.ts';
import type { SyntheticOffer } from '../../../seed/synthetic/synthetic-offer.ts';
import { booksOf, type Catalogue, inGroups } from './catalogue.ts';
import { fillPurchases } from './fill-purchases.ts';
import { fillUsers } from './fill-users.ts';
import { fingerprintOf } from './fingerprint.ts';

/** What is in a store of the bench. */
export interface Filling {
  catalogue: Catalogue;
  users: number;
  /** The first of the users sell. */
  sellers: number;
  purchases: number;
}

const booksAtOnce = 1_000;
const attempts = 5;

interface Connections extends Record<keyof DatabaseUrls, Connection> {
  /** A second one to catalog's, which has most to write. */
  other: Connection;
}

async function withConnections(
  urls: DatabaseUrls,
  work: (connections: Connections) => Promise<void>,
): Promise<void> {
  const open = async (uri: string) => {
    const connection = await createConnection({ uri, timezone: 'Z', charset: 'utf8mb4' });
    // The rows come from here alone and are consistent.
    await connection.query('SET SESSION foreign_key_checks = 0, unique_checks = 0');
    return connection;
  };
  const connections = {
    auth: await open(urls.auth),
    catalog: await open(urls.catalog),
    other: await open(urls.catalog),
    purchase: await open(urls.purchase),
  };
  try {
    await work(connections);
  } finally {
    for (const connection of Object.values(connections)) connection.destroy();
  }
}

async function insertAgain(connection: Connection, offers: readonly SyntheticOffer[]): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await insertBooks(connection, offers);
    } catch (error) {
      if (attempt === attempts || !isWorthRetrying(error)) throw error;
    }
  }
}

/** Writes books by several connections at once; in their order by id, which a group gets before it is sent. */
async function fillBooks(
  connections: readonly Connection[],
  catalogue: Catalogue,
  sellerIds: readonly string[],
): Promise<void> {
  const free = [...connections];
  let written = 0;
  await forEachConcurrently(
    inGroups(booksOf(catalogue, sellerIds), booksAtOnce),
    connections.length,
    async offers => {
      const connection = free.pop();
      if (!connection) throw new RangeError('There is no free connection.');
      await insertAgain(connection, offers);
      free.push(connection);
      written += offers.length;
      if (written % 100_000 === 0) console.log(`  ${written.toLocaleString('en')} books`);
    },
  );
}

const fill = (urls: DatabaseUrls, filling: Filling): Promise<void> =>
  withConnections(urls, async connections => {
    const ids = await fillUsers(connections, filling);
    const sellerIds = ids.slice(0, filling.sellers);
    await fillBooks([connections.catalog, connections.other], filling.catalogue, sellerIds);
    await fillPurchases(connections, {
      buyers: ids.slice(filling.sellers),
      purchases: filling.purchases,
    });
    // Statistics by which the optimizer chooses are those of the full tables.
    await connections.catalog.query('ANALYZE TABLE book, book_subject, seller, stock_reservation_line');
    await connections.auth.query('ANALYZE TABLE user, session');
    await connections.purchase.query('ANALYZE TABLE purchase, purchase_line');
  });

async function dropDatabases(adminUrl: string, urls: DatabaseUrls): Promise<void> {
  const connection = await createConnection(adminUrl);
  try {
    for (const url of Object.values(urls))
      await connection.query(`DROP DATABASE IF EXISTS \`${new URL(url).pathname.slice(1)}\``);
  } finally {
    await connection.end();
  }
}

/**
 * The databases of a store of the bench on a server, filled: as an earlier run left them where that filled them with the same,
 * anew otherwise. `name` (at most 10 characters) tells stores apart, and `folder` keeps passwords and what they were filled with.
 */
export async function keptStore(
  { adminUrl, folder }: { adminUrl: string; folder: string },
  name: string,
  filling: Filling,
): Promise<DatabaseUrls> {
  const stamp = join(folder, `filled-${name}`);
  const options = {
    adminUrl,
    passwordFile: join(folder, `passwords-${name}.json`),
    prefix: `bench_${name}`,
  };
  const urls = await createDatabases(options);
  const fingerprint = fingerprintOf(filling);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return urls;
  const began = Date.now();
  const { catalogue, users, purchases } = filling;
  console.log(
    `filling the store ${name}: ${catalogue.count} books, ${users} users, ${purchases} purchases …`,
  );
  rmSync(stamp, { force: true });
  await dropDatabases(adminUrl, urls);
  const empty = await createDatabases(options);
  const settings = Object.fromEntries(subgraphs.map(each => [databaseSetting(each), empty[each]]));
  await migrateDatabases({ ...process.env, ...settings }, new AbortController().signal);
  await fill(empty, filling);
  writeFileSync(stamp, fingerprint);
  console.log(`✓ filled in ${Math.round((Date.now() - began) / 1000)} s`);
  return empty;
}
