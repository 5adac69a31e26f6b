import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { DatabaseServer } from '../../../deploy/local/database-server.ts';
import type { DatabaseUrls } from '../../../deploy/local/databases.ts';
import { freePort } from '../../../deploy/local/free-port.ts';
import { startProcess } from '../../contenders/start-process.ts';
import { untilAnswered } from '../../contenders/until-answered.ts';
import { writeForClient } from '../../load/run-client.ts';
import { emailOf, password } from '../fill/fill-users.ts';
import { fingerprintOf } from '../fill/fingerprint.ts';
import type { Filling } from '../fill/kept-store.ts';
import { rowsOf } from '../fill/sample.ts';
import { runAtServer, writeFast } from '../open-server.ts';

const here = join(import.meta.dirname, '../../peers/vendure');
const fillMilliseconds = 60 * 60_000;

/** Vendure's superadmin in the bench, on this machine alone. */
export const superadmin = { username: 'superadmin', password: 'the keeper of the other books' };

/** The people who have an account there: the first of ours. */
export const customers = Array.from({ length: 100 }, (_, number) => ({ email: emailOf(number), password }));

/** The version of Vendure that bench/peers/package-lock.json installed. */
export const vendureVersion = (): string =>
  z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(here, '../node_modules/@vendure/core/package.json'), 'utf8')))
    .version;

const databaseOf = (books: number) => `bench_vendure_${books}`;

/** Where the database of a Vendure with so many books is. */
export const vendureDatabaseUrl = ({ adminUrl }: DatabaseServer, books: number): string =>
  new URL(databaseOf(books), adminUrl).href;

/** Starts a program of bench/peers/vendure, with what all of them are told. */
export function startVendureProgram(
  server: DatabaseServer,
  options: {
    program: string;
    books: number;
    port: number;
    logFile: string;
    settings?: Record<string, string>;
  },
) {
  const { program, books, port, logFile, settings = {} } = options;
  return startProcess({
    command: [process.execPath, join(here, program)],
    settings: {
      PORT: String(port),
      VENDURE_DATABASE_URL: vendureDatabaseUrl(server, books),
      VENDURE_DATABASE_TYPE: server.kind,
      SUPERADMIN_USERNAME: superadmin.username,
      SUPERADMIN_PASSWORD: superadmin.password,
      COOKIE_SECRET: 'a secret that only the Vendure of the bench knows',
      VENDURE_DISABLE_TELEMETRY: 'true',
      ...settings,
    },
    logFile,
  });
}

/** The books of our store as Vendure is to have them, in the order in which they were published. */
async function booksOf(urls: DatabaseUrls): Promise<object[]> {
  const rows = await rowsOf(
    urls.catalog,
    `SELECT b.title, b.authors, b.description, b.price, b.stock, b.book_condition, b.language, b.subjects, s.name
     FROM book b JOIN seller s ON s.user_id = b.seller_id WHERE b.status = 'PUBLISHED' ORDER BY b.id`,
  );
  return rows.map(row => ({
    title: row.title,
    authors: JSON.parse(row.authors),
    description: row.description,
    cents: Number(row.price),
    stock: row.stock,
    condition: row.book_condition,
    language: row.language,
    subjects: JSON.parse(row.subjects),
    sellerName: row.name,
  }));
}

async function populate(
  server: DatabaseServer,
  { urls, folder, filling }: { urls: DatabaseUrls; folder: string; filling: Filling },
): Promise<void> {
  const books = filling.catalogue.count;
  const database = databaseOf(books);
  await runAtServer(server.adminUrl, `DROP DATABASE IF EXISTS ${database}`);
  await runAtServer(server.adminUrl, `CREATE DATABASE ${database} CHARACTER SET utf8mb4`);
  const people = customers.map((customer, number) => ({ ...customer, name: `Reader ${number}` }));
  const logFile = join(folder, 'vendure-populate.log');
  const child = startVendureProgram(server, {
    program: 'populate.mjs',
    books,
    port: await freePort(),
    logFile,
    settings: {
      BOOKS_FILE: writeForClient('vendure-books.json', { books: await booksOf(urls), customers: people }),
    },
  });
  try {
    const what = { what: 'filling Vendure', child, logFile, milliseconds: fillMilliseconds };
    await untilAnswered(what, async () => child.exitCode === 0);
  } finally {
    child.kill('SIGKILL');
  }
}

/**
 * Fills Vendure's database with the books of our store, unless an earlier run did so with the same books for the same version.
 * Rejects with the end of Vendure's log.
 */
export async function fillVendure(
  server: DatabaseServer,
  options: { urls: DatabaseUrls; folder: string; filling: Filling },
): Promise<void> {
  const { folder, filling } = options;
  const stamp = join(folder, `filled-vendure-${filling.catalogue.count}`);
  // It has neither our users nor our purchases.
  const own = { ...filling, users: customers.length, purchases: 0 };
  const fingerprint = `${vendureVersion()} ${fingerprintOf(own, ['bench/peers/vendure/*.mjs'])}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return;
  const began = Date.now();
  console.log('filling Vendure with the same books …');
  rmSync(stamp, { force: true });
  await writeFast(server.adminUrl, () => populate(server, options));
  writeFileSync(stamp, fingerprint);
  console.log(`✓ filled in ${Math.round((Date.now() - began) / 1000)} s`);
}
