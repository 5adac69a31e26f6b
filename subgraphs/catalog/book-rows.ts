import type { EntityManager } from '@mikro-orm/mysql';
import { Book } from './book.ts';
import { sql } from './sql.ts';

const columns = [
  ...[
    'id',
    'seller_id',
    'title',
    'authors',
    'isbn',
    'description',
    'language',
    'publisher',
    'published_year',
  ],
  ...[
    'subjects',
    'book_condition',
    'condition_note',
    'price',
    'stock',
    'status',
    'version',
    'created_at',
    'updated_at',
  ],
];

/** All columns that a book shows, for a SELECT from `book b`; those that it is found by stay in the database. */
export const bookColumns = sql(columns.map(column => `b.${column}`).join(', '));

/** The condition that a book is for sale and seen by anyone. */
export const isPublished = sql("b.status = 'PUBLISHED'");

/** A row of bookColumns, and what else was selected with them. */
export type BookRow = Record<string, string | number | null>;

/** The book that a row tells of. */
export const toBook = (em: EntityManager, row: BookRow): Book =>
  em.map(Book, Object.fromEntries(columns.map(column => [column, row[column]])));
