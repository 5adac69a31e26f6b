import { createConnection, type RowDataPacket } from 'mysql2/promise';
import type { DatabaseUrls } from '../../../deploy/local/databases.ts';

/** Rows of one statement in a database of the bench. */
export async function rowsOf(
  url: string,
  statement: string,
  values: unknown[] = [],
): Promise<RowDataPacket[]> {
  const connection = await createConnection({ uri: url, timezone: 'Z' });
  try {
    const [rows] = await connection.query<RowDataPacket[]>(statement, values);
    return rows;
  } finally {
    await connection.end();
  }
}

/** Ids of books, the latest first. */
export async function latestBooks(urls: DatabaseUrls, count: number): Promise<string[]> {
  const rows = await rowsOf(urls.catalog, 'SELECT id FROM book ORDER BY id DESC LIMIT ?', [count]);
  return rows.map(({ id }) => String(id));
}

/** Books that nobody sees on a first page, with so many copies that they do not run out; and who sells each. */
export async function booksToSell(
  urls: DatabaseUrls,
  count: number,
): Promise<{ id: string; sellerId: string }[]> {
  const rows = await rowsOf(urls.catalog, 'SELECT id, seller_id FROM book ORDER BY id LIMIT ?', [count]);
  const books = rows.map(({ id, seller_id }) => ({ id: String(id), sellerId: String(seller_id) }));
  await rowsOf(
    urls.catalog,
    'UPDATE book SET stock_put_in = stock_put_in + 1000000 - stock, stock = 1000000 WHERE id IN (?)',
    [books.map(({ id }) => id)],
  );
  return books;
}

/** Ids of people who bought something. */
export async function buyersAmong(urls: DatabaseUrls, count: number): Promise<string[]> {
  const rows = await rowsOf(
    urls.purchase,
    'SELECT DISTINCT buyer_id FROM (SELECT buyer_id FROM purchase ORDER BY id LIMIT ?) p LIMIT ?',
    [count * 4, count],
  );
  return rows.map(({ buyer_id }) => String(buyer_id));
}

const leastLetters = 5;
// Words that MySQL and MariaDB do not index unless they are told.
const unindexed = new Set(['about', 'where']);

/** Words of titles, each once: those that one might look for. */
export async function wordsOfTitles(urls: DatabaseUrls, count: number): Promise<string[]> {
  const rows = await rowsOf(urls.catalog, 'SELECT title FROM book ORDER BY id LIMIT 2000');
  const all = rows.flatMap(({ title }) =>
    String(title)
      .toLowerCase()
      .split(/[^\p{L}\p{N}'’-]+/u),
  );
  const words = [...new Set(all)].filter(
    word => /^[a-z]+$/.test(word) && word.length >= leastLetters && !unindexed.has(word),
  );
  // Spread over all, so that the first books do not decide.
  const step = Math.max(1, Math.floor(words.length / count));
  return words.filter((_, index) => index % step === 0).slice(0, count);
}
