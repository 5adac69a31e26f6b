import type { EntityManager } from '@mikro-orm/mysql';
import { isOneOf } from '../../runtime/sql.ts';
import type { NewBook } from './new-book.ts';

/** Which book a key stands for, and the hash of the input that it came with first. */
export interface KeyedBook {
  bookId: string;
  requestHash: string;
}

/**
 * Writes down which book each of a seller's keys stands for, unless it stands for one already; answers what each
 * stands for, by its hash. While another transaction writes one of the same keys, it waits for the end of that.
 */
export async function claimKeys(
  tx: EntityManager,
  sellerId: string,
  books: readonly NewBook[],
): Promise<Map<string, KeyedBook>> {
  const keyed = books.flatMap(({ id, keyHash, requestHash }) =>
    keyHash === null ? [] : [{ id, keyHash, requestHash }],
  );
  if (keyed.length === 0) return new Map();
  // In the order of the keys, so that two who bring the same ones do not deadlock.
  const sorted = keyed.toSorted((a, b) => (a.keyHash < b.keyHash ? -1 : 1));
  await tx.execute(
    `INSERT IGNORE INTO publication_key (seller_id, key_hash, request_hash, book_id)
     VALUES ${sorted.map(() => '(?, ?, ?, ?)').join(', ')}`,
    sorted.flatMap(({ id, keyHash, requestHash }) => [sellerId, keyHash, requestHash, id]),
    'run',
  );
  const { text, values } = isOneOf(
    'key_hash',
    sorted.map(({ keyHash }) => keyHash),
  );
  const rows = await tx.execute<{ key_hash: string; request_hash: string; book_id: string }[]>(
    `SELECT key_hash, request_hash, book_id FROM publication_key WHERE seller_id = ? AND ${text}`,
    [sellerId, ...values],
  );
  return new Map(
    rows.map(row => [row.key_hash, { bookId: row.book_id, requestHash: row.request_hash }] as const),
  );
}
