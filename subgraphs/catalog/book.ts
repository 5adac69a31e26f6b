import { defineEntity, p } from '@mikro-orm/mysql';
import { isUserOrAdministrator, type Viewer } from '../../runtime/viewer.ts';
import type { BookCondition, BookStatus } from './resolvers.generated.ts';
import { TextList } from './text-list.ts';

const BookSchema = defineEntity({
  name: 'Book',
  tableName: 'book',
  properties: {
    id: p.string().primary(),
    sellerId: p.string(),
    title: p.string(),
    authors: p.type(TextList),
    /** ISBN-13, digits alone. */
    isbn: p.string().strictNullable(),
    description: p.text().strictNullable(),
    /** BCP 47, canonical. */
    language: p.string().strictNullable(),
    publisher: p.string().strictNullable(),
    publishedYear: p.integer().strictNullable(),
    subjects: p.type(TextList),
    condition: p.string().$type<BookCondition>().fieldName('book_condition'),
    conditionNote: p.string().strictNullable(),
    /** Minor units. */
    price: p.bigint('number'),
    /** Copies free to buy. Purchases move it by SQL alone: never set it from what was read. */
    stock: p.integer(),
    /** Copies that its seller ever put in, less those taken out again: free + reserved + sold. Purchases leave it. */
    stockPutIn: p.bigint('number'),
    status: p.string().$type<BookStatus>(),
    /** Grows with each change of the seller's; not as copies are reserved. */
    version: p.integer(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
    /** By what it is found and sorted (search-columns.ts); never loaded. */
    titleKey: p.string().lazy(),
    titleTerms: p.text().lazy(),
    authorTerms: p.text().lazy(),
    searchTerms: p.text().lazy(),
  },
});

export class Book extends BookSchema.class {}
BookSchema.setClass(Book);

export { BookSchema };

/** A book as it is shown. What changes a book loads all of it, as an entity (lock-book.ts). */
export type ShownBook = Pick<
  Book,
  | 'id'
  | 'sellerId'
  | 'title'
  | 'authors'
  | 'isbn'
  | 'description'
  | 'language'
  | 'publisher'
  | 'publishedYear'
  | 'subjects'
  | 'condition'
  | 'conditionNote'
  | 'price'
  | 'stock'
  | 'status'
  | 'version'
  | 'createdAt'
  | 'updatedAt'
>;

/** Published books are seen by anyone, paused and removed ones by their seller and administrators. */
export const isVisibleTo = (
  { status, sellerId }: Pick<Book, 'status' | 'sellerId'>,
  viewer: Viewer | null,
): boolean => status === 'PUBLISHED' || isUserOrAdministrator(viewer, sellerId);
