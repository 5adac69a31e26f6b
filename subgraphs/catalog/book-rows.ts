import { instantOf } from '../../runtime/database-time.ts';
import { sql } from '../../runtime/sql.ts';
import type { ShownBook } from './book.ts';
import type { BookCondition, BookStatus } from './resolvers.generated.ts';
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

/**
 * The book that a row tells of; what must be read out of its columns first is read where it is asked for. An entity would have
 * each of its fields watched for changes, which takes longer than all else.
 */
export class RowBook implements ShownBook {
  readonly row: BookRow;
  readonly id: string;
  readonly sellerId: string;
  readonly title: string;
  readonly isbn: string | null;
  readonly description: string | null;
  readonly language: string | null;
  readonly publisher: string | null;
  readonly publishedYear: number | null;
  readonly condition: BookCondition;
  readonly conditionNote: string | null;
  readonly price: number;
  readonly stock: number;
  readonly status: BookStatus;
  readonly version: number;

  constructor(row: BookRow) {
    this.row = row;
    this.id = row.id;
    this.sellerId = row.seller_id;
    this.title = row.title;
    this.isbn = row.isbn;
    this.description = row.description;
    this.language = row.language;
    this.publisher = row.publisher;
    this.publishedYear = row.published_year;
    this.condition = row.book_condition;
    this.conditionNote = row.condition_note;
    this.price = Number(row.price);
    this.stock = row.stock;
    this.status = row.status;
    this.version = row.version;
  }

  get authors(): string[] {
    return readTextList(this.row.authors);
  }

  get subjects(): string[] {
    return readTextList(this.row.subjects);
  }

  get createdAt(): Date {
    return instantOf(this.row.created_at);
  }

  get updatedAt(): Date {
    return instantOf(this.row.updated_at);
  }
}
