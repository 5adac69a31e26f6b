import { join } from 'node:path';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { startDatabaseServer } from '../deploy/local/database-server.ts';
import { explain } from '../deploy/local/explain.ts';
import { migrateDatabases } from '../deploy/local/migrate.ts';
import { places } from '../deploy/local/places.ts';
import { newId } from '../runtime/ids.ts';
import { createLogger } from '../runtime/logger.ts';
import { currencyOf } from '../runtime/money.ts';
import { databaseSetting, subgraphs } from '../runtime/services.ts';
import { insertBooks } from '../seed/synthetic/insert-books.ts';
import { syntheticOffer } from '../seed/synthetic/synthetic-offer.ts';
import { BuyerTurns } from '../subgraphs/catalog/buyer-turns.ts';
import { contextMaker } from '../subgraphs/catalog/context.ts';
import { openCatalogDatabase } from '../subgraphs/catalog/database.ts';
import { reserveStock } from '../subgraphs/catalog/reserve-stock.ts';
import { createTestDatabases } from '../testing/test-databases.ts';
import { cpuMilliseconds } from './cpu-time.ts';

// node load/hot-book.ts [BOOKS]: how many reservations a second catalog makes when all want one book, and when each wants
// another: what lies between them is the wait for one row. In this process, without HTTP or GraphQL, with a database
// that syncs each commit to the disk. And the bytes that so many books (20,000) take up. For deploy/SCALE.md.

const books = Number(process.argv[2] ?? 20_000);
const atOnce = 20;
const milliseconds = 10_000;
const currency = currencyOf('USD');
const facts = {
  caller: { viewer: null },
  sister: 'purchase',
  userAgent: null,
  clientNetwork: null,
  connectionType: 'write',
  sessionCookie: null,
} as const;

async function fill(url: string): Promise<string[]> {
  const connection = await createConnection(url);
  try {
    const offers = Array.from({ length: books }, (_, number) => syntheticOffer(number, [newId()]));
    for (let at = 0; at < books; at += 1_000) await insertBooks(connection, offers.slice(at, at + 1_000));
    await connection.query('UPDATE book SET stock = 1000000, stock_put_in = 1000000');
    const [rows] = await connection.query<RowDataPacket[]>('SELECT id FROM book');
    return rows.map(({ id }) => String(id));
  } finally {
    await connection.end();
  }
}

async function measure(adminUrl: string, pid: number): Promise<void> {
  process.env.TEST_DATABASE_ADMIN_URL = adminUrl;
  const urls = await createTestDatabases('hot');
  const settings = Object.fromEntries(subgraphs.map(name => [databaseSetting(name), urls[name]]));
  await migrateDatabases({ ...process.env, ...settings }, new AbortController().signal);
  const ids = await fill(urls.catalog);
  const database = await openCatalogDatabase(
    {
      DATABASE_URL_CATALOG: urls.catalog,
      DATABASE_URL_CATALOG_READER: [],
      DATABASE_POOL_SIZE: atOnce,
      STATEMENT_TIMEOUT_MS: 10_000,
      POOL_TIMEOUT_MS: 10_000,
      READER_MAX_LAG_SECONDS: 5,
    },
    createLogger('catalog', 'silent'),
  );
  if (!currency) throw new Error('There is no such currency.');
  const contextOf = contextMaker(database, {
    currency,
    reservationLimits: { open: 10, copies: 100 },
    buyerTurns: new BuyerTurns(10_000),
    publicationsPerSeller: books,
  });
  const sellFor = async (duration: number, bookOf: () => string | undefined) => {
    const end = performance.now() + duration;
    let reserved = 0;
    const goOn = async () => {
      while (performance.now() < end) {
        const lines = [{ bookId: bookOf() ?? '', quantity: 1 }];
        const input = {
          purchaseId: newId(),
          buyerId: newId(),
          reservedUntil: new Date(Date.now() + 60_000),
          lines,
        };
        const { reservation } = await reserveStock(input, contextOf(facts));
        if (reservation?.status === 'RESERVED') reserved += 1;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, goOn));
    return reserved;
  };
  let next = 0;
  const kinds = { 'one book': () => ids[0], 'each another': () => ids[++next % ids.length] };
  for (const [kind, bookOf] of Object.entries(kinds)) {
    await sellFor(milliseconds / 2, bookOf);
    const [began, own, server] = [performance.now(), process.cpuUsage(), cpuMilliseconds(pid)];
    const reserved = await sellFor(milliseconds, bookOf);
    const seconds = (performance.now() - began) / 1000;
    const spent = process.cpuUsage(own);
    console.log(
      `${kind}: ${(reserved / seconds).toFixed(0)} reservations a second; ${((spent.user + spent.system) / 1000 / reserved).toFixed(2)} ms of Node and ${((cpuMilliseconds(pid) - server) / reserved).toFixed(2)} ms of the database each`,
    );
  }
  await database.close();
}

const folder = join(places.data, 'hot-book', 'mysql');
const server = await startDatabaseServer({ folder, log: line => console.log(line) });
try {
  await measure(server.adminUrl, server.pid);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
} finally {
  await server.stop();
}
