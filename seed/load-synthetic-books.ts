import { createPool, type Pool, type RowDataPacket } from 'mysql2/promise';
import { isWorthRetrying } from '../runtime/database-errors.ts';
import { catalogDatabaseUrl } from './catalog-database-url.ts';
import { forEachConcurrently } from './for-each-concurrently.ts';
import { progressOn } from './progress.ts';
import { signUp } from './sign-in.ts';
import type { Store } from './store-client.ts';
import { insertBooks } from './synthetic/insert-books.ts';
import { syntheticSellers } from './synthetic/sellers.ts';
import { type SyntheticOffer, syntheticOffer } from './synthetic/synthetic-offer.ts';

const booksABatch = 1_000;
const connections = 2;

async function sellerIdsIn(store: Store): Promise<string[]> {
  const sellerIds: string[] = [];
  for (const seller of syntheticSellers) sellerIds.push((await signUp(store, seller)).caller.userId);
  return sellerIds;
}

function openPool(): Pool {
  const pool = createPool({
    uri: catalogDatabaseUrl(),
    connectionLimit: connections,
    charset: 'utf8mb4',
    timezone: 'Z',
  });
  // The rows come from here alone and are consistent: checking each one would take half as long again.
  pool.on('connection', connection => {
    connection.query('SET SESSION foreign_key_checks = 0, unique_checks = 0');
  });
  return pool;
}

async function countBooksOf(pool: Pool, sellerIds: readonly string[]): Promise<number> {
  const [rows] = await pool.query<RowDataPacket[]>(
    'SELECT COUNT(*) AS books FROM book WHERE seller_id IN (?)',
    [sellerIds],
  );
  return Number(rows[0]?.books);
}

async function insert(pool: Pool, offers: readonly SyntheticOffer[]): Promise<void> {
  for (;;) {
    const connection = await pool.getConnection();
    try {
      return await insertBooks(connection, offers);
    } catch (error) {
      if (!isWorthRetrying(error)) throw error;
    } finally {
      connection.release();
    }
  }
}

async function* batches(first: number, count: number, sellerIds: readonly string[]) {
  for (let done = 0; done < count; done += booksABatch) {
    const size = Math.min(booksABatch, count - done);
    yield Array.from({ length: size }, (_, index) => syntheticOffer(first + done + index, sellerIds));
  }
}

/**
 * Writes `count` made-up books straight into catalog's database, after those that earlier runs wrote. Their
 * sellers are accounts that the store registers. Prints progress.
 */
export async function loadSyntheticBooks(store: Store, count: number): Promise<void> {
  const pool = openPool();
  const progress = progressOn(process.stdout, 'Books');
  const began = Date.now();
  let written = 0;
  try {
    const sellerIds = await sellerIdsIn(store);
    const first = await countBooksOf(pool, sellerIds);
    await forEachConcurrently(batches(first, count, sellerIds), connections, async offers => {
      await insert(pool, offers);
      written += offers.length;
      progress.show(written / count, `${written.toLocaleString('en')} written`);
    });
  } finally {
    await pool.end();
  }
  const seconds = Math.round((Date.now() - began) / 1000);
  progress.end(`${written.toLocaleString('en')} written in ${seconds} s`);
}
