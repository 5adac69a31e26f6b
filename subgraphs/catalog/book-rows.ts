import { instantOf } from '../../runtime/database-time.ts';
import type { ShownBook } from './book.ts';
import type { BookCondition, BookStatus } from './resolvers.generated.ts';
import { sql } from './sql.ts';
import { readTextList } from './text-list.ts';

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

/** A row of bookColumns as the database tells it, and the places of a list's order that were selected with them. */
export interface BookRow {
  id: string;
  seller_id: string;
  title: string;
  authors: string;
  isbn: string | null;
  description: string | null;
  language: string | null;
  publisher: string | null;
  published_year: number | null;
  subjects: string;
  book_condition: BookCondition;
  condition_note: string | null;
  price: number | string;
  stock: number;
  status: BookStatus;
  version: number;
  created_at: string;
  updated_at: string;
  [place: `place_${number}`]: string | number | null;
}

/** The book that a row tells of. An entity would have each of its fields watched for changes, which takes longer than all else. */
export const toBook = (row: BookRow): ShownBook => ({
  id: row.id,
  sellerId: row.seller_id,
  title: row.title,
  authors: readTextList(row.authors),
  isbn: row.isbn,
  description: row.description,
  language: row.language,
  publisher: row.publisher,
  publishedYear: row.published_year,
  subjects: readTextList(row.subjects),
  condition: row.book_condition,
  conditionNote: row.condition_note,
  price: Number(row.price),
  stock: row.stock,
  status: row.status,
  version: row.version,
  createdAt: instantOf(row.created_at),
  updatedAt: instantOf(row.updated_at),
});
