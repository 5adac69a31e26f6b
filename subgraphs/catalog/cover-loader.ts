import type DataLoader from 'dataloader';
import { keyedBy } from '../../runtime/loaders.ts';
import { isOneOf, join, type Sql, sql } from '../../runtime/sql.ts';

/** The uploaded cover of a book. */
export interface Cover {
  picture: string;
  book_id: string;
  content_hash: string;
}

/** The SELECT of the covers that these books have now. */
export const coversOf = (bookIds: readonly string[]): Sql =>
  join([sql('SELECT picture, book_id, content_hash FROM cover WHERE'), isOneOf('used_for', bookIds)], ' ');

/** Loads covers by their books' ids, all that are asked for at the same time by one statement. */
export const coverLoader = (
  execute: (statement: Sql) => Promise<Cover[]>,
): DataLoader<string, Cover | null> =>
  keyedBy(
    ids => execute(coversOf(ids)),
    cover => cover.book_id,
  );
