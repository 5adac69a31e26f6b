// Made by `npm run schema` from the SDL. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { DeadLetter as DeadLetterEntity } from '../../runtime/events/dead-letters.ts';
import type { Connection, Edge } from '../../runtime/page.ts';
import type { PersonalRecord as PersonalRecordEntity } from '../../runtime/personal-records/list-records.ts';
import type { ShownBook } from './book.ts';
import type { BookCover as BookCoverFacts } from './book-cover.ts';
import type { BookPage } from './book-connection.ts';
import type { StockReservation as StockReservationEntity } from './stock-reservation.ts';
import type { Context } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant: RFC 3339 in UTC with milliseconds, e.g. 2026-11-20T09:30:00.000Z. */
  DateTime: { input: Date; output: Date; }
  /**
   * An exact decimal number written as a string, e.g. "12.50". Never a float, at no point on its way: a number
   * literal, an exponent (`1e3`), `NaN` and an empty string are malformed: BAD_USER_INPUT in a variable,
   * GRAPHQL_VALIDATION_FAILED in the document.
   */
  Decimal: { input: string; output: string; }
  /** A JSON value of any kind. */
  JSON: { input: unknown; output: unknown; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** An amount of money. Held as whole minor units (cents), told as a decimal string. */
export type Money = {
  __typename?: 'Money';
  /** The amount in major units, with exactly as many decimals as the currency has, e.g. "12.50". */
  amount: Scalars['Decimal']['output'];
  /** ISO 4217. One store trades in one currency (its configuration names it; USD by default). */
  currencyCode: Scalars['String']['output'];
};

/**
 * Something the caller can mend. A mutation that is refused for such a reason returns it here and changes
 * nothing. What is not the caller's to mend is a GraphQL error: extensions.code is UNAUTHENTICATED (no valid
 * token), FORBIDDEN (a signed-in caller who lacks the role), BAD_USER_INPUT and GRAPHQL_VALIDATION_FAILED
 * (malformed), RATE_LIMITED, SERVICE_UNAVAILABLE (a part of the store is down), INTERNAL_SERVER_ERROR (masked).
 */
export type UserError = {
  /** What is wrong, for programs: stable for ever. */
  code: UserErrorCode;
  /** What is wrong and what to do, for people, in English. */
  message: Scalars['String']['output'];
  /** The path in the input that it is about, e.g. ["delivery", "address", "country"]; null when it is about no single one. */
  field: Maybe<Array<Scalars['String']['output']>>;
};

/** Where a page lies within its list (Relay's PageInfo). */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Whether there is at least one more element after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether this page was asked for by a cursor, so that something lies before it. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first edge; null on an empty page. */
  startCursor: Maybe<Scalars['String']['output']>;
  /** The cursor of the last edge, to be given as `after` for the next page; null on an empty page. */
  endCursor: Maybe<Scalars['String']['output']>;
};

/** An event that a subgraph heard of and could not apply, be it that it was tried for a minute. It holds back the later events about the same subject. */
export type DeadLetter = {
  __typename?: 'DeadLetter';
  /** The event's id; sorts by the time it happened. */
  id: Scalars['ID']['output'];
  /** What happened, e.g. "PurchasePaid"; schema/events.md lists them. */
  type: Scalars['String']['output'];
  /** The stream of events that it belongs to. */
  stream: Scalars['String']['output'];
  /** The id of what it is about: a user, a book or a purchase. */
  subject: Scalars['ID']['output'];
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** When it was given up. */
  diedAt: Scalars['DateTime']['output'];
  /** Why it could not be applied, for those who run the store. */
  failure: Scalars['String']['output'];
};

/** A page of dead letters. */
export type DeadLetterConnection = {
  __typename?: 'DeadLetterConnection';
  /** The dead letters of this page with their cursors. */
  edges: Array<DeadLetterEdge>;
  /** The dead letters of this page. */
  nodes: Array<DeadLetter>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** A dead letter in a page. */
export type DeadLetterEdge = {
  __typename?: 'DeadLetterEdge';
  /** Opaque; good as `after`. */
  cursor: Scalars['String']['output'];
  /** The dead letter. */
  node: DeadLetter;
};

/** Something that a subgraph holds on the caller. */
export type PersonalRecord = {
  __typename?: 'PersonalRecord';
  /** What it is, e.g. "session" or "delivery". */
  kind: Scalars['String']['output'];
  /** An object, by the names under which it is kept: instants in RFC 3339, money in minor units, lists and events as JSON within a text. */
  content: Scalars['JSON']['output'];
};

/** A page of what is held on the caller. */
export type PersonalRecordConnection = {
  __typename?: 'PersonalRecordConnection';
  /** The records of this page with their cursors. */
  edges: Array<PersonalRecordEdge>;
  /** The records of this page. */
  nodes: Array<PersonalRecord>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** A record in a page. */
export type PersonalRecordEdge = {
  __typename?: 'PersonalRecordEdge';
  /** Opaque; good as `after`. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: PersonalRecord;
};

/** A dead letter to be tried again. */
export type ReplayDeadLetterInput = {
  /** Its id. */
  id: Scalars['ID']['input'];
};

/** Why a mutation was refused, for a reason that the caller can mend. */
export type UserErrorCode =
  /** A title is empty or longer than 500 characters. */
  | 'TITLE_INVALID'
  /** There is no author, more than 50, or one is empty or longer than 200 characters. */
  | 'AUTHORS_INVALID'
  /** An ISBN is not one: wrong length or wrong check digit. */
  | 'ISBN_INVALID'
  /** A description is longer than 10,000 characters. */
  | 'DESCRIPTION_INVALID'
  /** A language is not a BCP 47 tag. */
  | 'LANGUAGE_INVALID'
  /** A publisher is longer than 200 characters. */
  | 'PUBLISHER_INVALID'
  /** A year lies before -5000 or in the future. */
  | 'PUBLISHED_YEAR_INVALID'
  /** There are more than 20 subjects, or one is empty or longer than 100 characters. */
  | 'SUBJECTS_INVALID'
  /** A note on the condition is longer than 1,000 characters. */
  | 'CONDITION_NOTE_INVALID'
  /** A price is not above zero, is above 1,000,000, or has more decimals than the currency. */
  | 'PRICE_INVALID'
  /** A stock is below 0 or above 100,000. */
  | 'STOCK_INVALID'
  /** A removed book stays removed, and changes no more. */
  | 'STATUS_INVALID'
  /** The book changed since the caller read it (updateBook with a stale version). */
  | 'STALE_VERSION'
  /** A cover has more than 10 MB. */
  | 'COVER_TOO_LARGE'
  /** A cover is no JPEG, PNG, WebP or AVIF, as its content tells, or it moves. */
  | 'COVER_FORMAT_UNSUPPORTED'
  /** A cover is broken or cut short, has fewer than 100 pixels on a side, or more than 50 million in all. */
  | 'COVER_INVALID'
  /** Not that many copies are left; nothing was reserved. */
  | 'OUT_OF_STOCK'
  /** So many copies of one book one buyer may not have reserved at a time (MAX_COPIES_HELD, 100 unless set); nothing was reserved. */
  | 'TOO_MANY_COPIES'
  /** The buyer has too many purchases that await their payment (MAX_OPEN_RESERVATIONS, 10 unless set); nothing was reserved. */
  | 'TOO_MANY_RESERVATIONS'
  /** The seller changed the price; the caller's expectedUnitPrice no longer holds. */
  | 'PRICE_CHANGED'
  /** Paused or removed by its seller. */
  | 'BOOK_UNAVAILABLE'
  /** The buyer is the seller: nobody buys from themselves. */
  | 'OWN_BOOK'
  /** The reservation ran out before it was paid; its copies are for sale again. */
  | 'RESERVATION_EXPIRED'
  /** An idempotency key is empty or longer than 200 characters. */
  | 'IDEMPOTENCY_KEY_INVALID'
  /** The same key came with other input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** No such thing, or none that the caller may know of: the two are told apart nowhere. */
  | 'NOT_FOUND';

/** A refusal by catalog. */
export type CatalogUserError = UserError & {
  __typename?: 'CatalogUserError';
  /** What is wrong, for programs: stable for ever. */
  code: UserErrorCode;
  /** What is wrong and what to do, for people, in English. */
  message: Scalars['String']['output'];
  /** The path in the input that it is about; null when it is about no single one. */
  field: Maybe<Array<Scalars['String']['output']>>;
};

/** The grades of the second-hand trade, best first. */
export type BookCondition =
  /** Unread, as it left the publisher. */
  | 'NEW'
  /** Read without a trace. */
  | 'AS_NEW'
  /** Close to new, with the slightest signs of age. */
  | 'FINE'
  /** Small signs of wear, no tears, no writing. */
  | 'VERY_GOOD'
  /** The average used book: worn, whole, all pages there. */
  | 'GOOD'
  /** Worn, with marks or writing; the text is complete. */
  | 'FAIR'
  /** A reading copy: loose, stained or written in, still readable. */
  | 'POOR';

/** Whether a book is for sale. */
export type BookStatus =
  /** For sale, and seen by anyone. */
  | 'PUBLISHED'
  /** Hidden for now by its seller; can be published again. */
  | 'PAUSED'
  /** Taken down for good; past purchases still show it. */
  | 'REMOVED';

/** One seller's offer of one title: what is for sale, in which state, at which price, how many copies. */
export type Book = {
  __typename?: 'Book';
  /** Opaque; sorts by the time of publication. */
  id: Scalars['ID']['output'];
  /** As the seller wrote it, trimmed; 1 to 500 characters. */
  title: Scalars['String']['output'];
  /** In the order of the title page; at least one. */
  authors: Array<Scalars['String']['output']>;
  /** ISBN-13, digits alone; null where the book has none. An ISBN-10 given as input is turned into one. */
  isbn: Maybe<Scalars['String']['output']>;
  /** In the seller's words; null where there are none. */
  description: Maybe<Scalars['String']['output']>;
  /** BCP 47, e.g. "es"; null where it was not said. */
  language: Maybe<Scalars['String']['output']>;
  /** Null where it was not said. */
  publisher: Maybe<Scalars['String']['output']>;
  /** The year of the work or the edition, negative before our era; null where it was not said. */
  publishedYear: Maybe<Scalars['Int']['output']>;
  /** What it is about, in the seller's words, e.g. "poetry"; may be empty. */
  subjects: Array<Scalars['String']['output']>;
  /** The grade of the copies on offer. */
  condition: BookCondition;
  /** What the grade does not say; null where there is nothing to add. */
  conditionNote: Maybe<Scalars['String']['output']>;
  /** For one copy, without delivery. */
  price: Money;
  /** Copies free to buy at this moment: reserved ones do not count. Never below zero. */
  stock: Scalars['Int']['output'];
  /** Whether it is for sale. */
  status: BookStatus;
  /** Its picture: the seller's, or else one that the store draws from title and authors. Anyone who sees the book sees it. */
  cover: BookCover;
  /** Who offers it; null while accounts cannot be reached, and when the account was deleted. */
  seller: Maybe<User>;
  /** What the seller is called, as catalog last heard: there also while accounts cannot be reached. Null for moments after somebody registered, and when the account was deleted. Anyone may read it. */
  sellerName: Maybe<Scalars['String']['output']>;
  /** Published offers of the same ISBN by anyone, this one left out, cheapest first; empty without an ISBN. */
  otherOffers: Maybe<BookConnection>;
  /** Grows by one with every change of the seller's; for updateBook. */
  version: Scalars['Int']['output'];
  /** When it was published first. */
  createdAt: Scalars['DateTime']['output'];
  /** When the seller changed it last. */
  updatedAt: Scalars['DateTime']['output'];
};


/** One seller's offer of one title: what is for sale, in which state, at which price, how many copies. */
export type BookOtherOffersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};

/** The picture of a book. Its seller, and administrators, send one by `POST /covers/BOOK_ID` (README), and take it away by removeCover. */
export type BookCover = {
  __typename?: 'BookCover';
  /**
   * Where the picture is, as a path of this store, for ever the same picture: AVIF, WebP or JPEG, as the request's Accept
   * says. Uploaded ones keep their proportions, drawn ones are 2 wide and 3 high.
   */
  url: Scalars['String']['output'];
  /** What stands in the picture's place for those who do not see it, in English: "Cover of TITLE by AUTHORS". A shop in another language says it in its own words. */
  alt: Scalars['String']['output'];
  /** Whether the seller sent it; false where the store drew it. */
  uploaded: Scalars['Boolean']['output'];
};


/** The picture of a book. Its seller, and administrators, send one by `POST /covers/BOOK_ID` (README), and take it away by removeCover. */
export type BookCoverUrlArgs = {
  width: Scalars['Int']['input'];
};

/** A person with an account, who buys, sells, or both. */
export type User = {
  __typename?: 'User';
  /** Opaque; sorts by the time of registration. */
  id: Scalars['ID']['output'];
  /** What this user offers, newest first: published books to everyone; all of them to the user and to administrators. */
  books: Maybe<BookConnection>;
};


/** A person with an account, who buys, sells, or both. */
export type UserBooksArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};

/** A page of books. */
export type BookConnection = {
  __typename?: 'BookConnection';
  /** The books of this page with their cursors. */
  edges: Array<BookEdge>;
  /** The books of this page. */
  nodes: Array<Book>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** How many books there are in the whole result; counted only when asked for. */
  totalCount: Maybe<Scalars['Int']['output']>;
  /** How the whole result, not this page alone, is made up; counted only when asked for. */
  facets: Maybe<BookFacets>;
};

/** A book in a page. */
export type BookEdge = {
  __typename?: 'BookEdge';
  /** Opaque; good as `after` with the same sort. */
  cursor: Scalars['String']['output'];
  /** The book. */
  node: Book;
};

/** How a result is made up. */
export type BookFacets = {
  __typename?: 'BookFacets';
  /** Copies' grades, best first. */
  conditions: Array<FacetValue>;
  /** Languages, the most frequent first; at most 50. */
  languages: Array<FacetValue>;
  /** Subjects, the most frequent first; at most 50. */
  subjects: Array<FacetValue>;
};

/** One value and how many books of the result have it. */
export type FacetValue = {
  __typename?: 'FacetValue';
  /** The value, to be given to the filter of the same name. */
  value: Scalars['String']['output'];
  /** Books of the whole result that have it. */
  count: Scalars['Int']['output'];
};

/** Narrows a list: what is given must all hold; a list of values holds when one of them does. */
export type BookFilter = {
  /** Only this user's books. */
  sellerId?: InputMaybe<Scalars['ID']['input']>;
  /** Only this ISBN, of 10 or 13 digits, hyphens allowed; what is no ISBN finds nothing. */
  isbn?: InputMaybe<Scalars['String']['input']>;
  /** Only books with an author in whose name all these words stand. */
  author?: InputMaybe<Scalars['String']['input']>;
  /** Only these languages (BCP 47); an empty list narrows nothing. */
  languages?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Only these subjects; an empty list narrows nothing. */
  subjects?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Only these grades; an empty list narrows nothing. */
  conditions?: InputMaybe<Array<BookCondition>>;
  /** Only books that cost this much or more. */
  priceMin?: InputMaybe<Scalars['Decimal']['input']>;
  /** Only books that cost this much or less. */
  priceMax?: InputMaybe<Scalars['Decimal']['input']>;
  /** true: only with copies free to buy; false: only sold out. */
  inStock?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The order of a list of books. Each is complete: ties are broken by id. */
export type BookSort =
  /** Best match first; without a query, the newest first. */
  | 'RELEVANCE'
  /** The newest first. */
  | 'NEWEST'
  /** The cheapest first. */
  | 'PRICE_ASC'
  /** The dearest first. */
  | 'PRICE_DESC'
  /** By title, accents and case aside. */
  | 'TITLE';

/**
 * A book to be offered. With an idempotencyKey, chosen by the client, one per book to be offered, publishing can be
 * asked again: the same key with the same input gives the same book however often it is sent, at once or later, as it is
 * by then; with other input, IDEMPOTENCY_KEY_REUSED. Keys are each seller's own.
 */
export type PublishBookInput = {
  /** 1 to 500 characters after trimming. */
  title: Scalars['String']['input'];
  /** 1 to 50 names of 1 to 200 characters. */
  authors: Array<Scalars['String']['input']>;
  /** ISBN-10 or ISBN-13, hyphens and spaces allowed. */
  isbn?: InputMaybe<Scalars['String']['input']>;
  /** At most 10,000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** BCP 47. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** At most 200 characters. */
  publisher?: InputMaybe<Scalars['String']['input']>;
  /** -5000 to this year. */
  publishedYear?: InputMaybe<Scalars['Int']['input']>;
  /** At most 20 of 1 to 100 characters; the same one twice counts once. */
  subjects?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The grade of the copies. */
  condition: BookCondition;
  /** At most 1,000 characters. */
  conditionNote?: InputMaybe<Scalars['String']['input']>;
  /** More than zero, at most 1,000,000.00, two decimals at most. */
  price: Scalars['Decimal']['input'];
  /** Copies for sale, 0 to 100,000. */
  stock: Scalars['Int']['input'];
  /** 1 to 200 characters. Without one each request offers another book. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Books to be offered at once. */
export type PublishBooksInput = {
  /** 1 to 50, each with an idempotencyKey of its own if it is to be asked again; BAD_USER_INPUT beyond. A request holds 100 kB at the most. */
  books: Array<PublishBookInput>;
};

/** What changes in a book. What is left out stays as it is; null empties what may be empty. */
export type UpdateBookInput = {
  /** Which book. */
  bookId: Scalars['ID']['input'];
  /** The version that the caller read; when given and stale, nothing changes. */
  version?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 500 characters after trimming. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 50 names of 1 to 200 characters. */
  authors?: InputMaybe<Array<Scalars['String']['input']>>;
  /** ISBN-10 or ISBN-13, hyphens and spaces allowed. */
  isbn?: InputMaybe<Scalars['String']['input']>;
  /** At most 10,000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** BCP 47. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** At most 200 characters. */
  publisher?: InputMaybe<Scalars['String']['input']>;
  /** -5000 to this year. */
  publishedYear?: InputMaybe<Scalars['Int']['input']>;
  /** At most 20 of 1 to 100 characters. */
  subjects?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The grade of the copies. */
  condition?: InputMaybe<BookCondition>;
  /** At most 1,000 characters. */
  conditionNote?: InputMaybe<Scalars['String']['input']>;
  /** More than zero, at most 1,000,000.00, two decimals at most. Purchases already made keep theirs. */
  price?: InputMaybe<Scalars['Decimal']['input']>;
  /** Copies free to buy from now on, 0 to 100,000; those already reserved are kept aside and do not count. */
  stock?: InputMaybe<Scalars['Int']['input']>;
  /** PUBLISHED or PAUSED; REMOVED is for good. */
  status?: InputMaybe<BookStatus>;
};

/** A book to be taken down. */
export type RemoveBookInput = {
  /** Which book. */
  bookId: Scalars['ID']['input'];
};

/** A book whose uploaded cover goes. */
export type RemoveCoverInput = {
  /** Which book. */
  bookId: Scalars['ID']['input'];
};

/** What publishBook answers. */
export type PublishBookPayload = {
  __typename?: 'PublishBookPayload';
  /** The book; null when refused. */
  book: Maybe<Book>;
  /** TITLE_INVALID, AUTHORS_INVALID, ISBN_INVALID, DESCRIPTION_INVALID, LANGUAGE_INVALID, PUBLISHER_INVALID, PUBLISHED_YEAR_INVALID, SUBJECTS_INVALID, CONDITION_NOTE_INVALID, PRICE_INVALID, STOCK_INVALID, IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED: all at once; empty when it worked. */
  userErrors: Array<UserError>;
};

/** What publishBooks answers. */
export type PublishBooksPayload = {
  __typename?: 'PublishBooksPayload';
  /** What became of each book, in the order of the input; paths in its userErrors begin at that book. */
  results: Array<PublishBookPayload>;
  /** Always empty: each book has its own. */
  userErrors: Array<UserError>;
};

/** What updateBook answers. */
export type UpdateBookPayload = {
  __typename?: 'UpdateBookPayload';
  /** The book as it is now; null when refused. */
  book: Maybe<Book>;
  /** NOT_FOUND, STALE_VERSION, STATUS_INVALID, or what publishBook refuses too; empty when it worked. */
  userErrors: Array<UserError>;
};

/** What removeBook answers. */
export type RemoveBookPayload = {
  __typename?: 'RemoveBookPayload';
  /** The removed book; null when refused. */
  book: Maybe<Book>;
  /** NOT_FOUND; empty when it worked. */
  userErrors: Array<UserError>;
};

/** What removeCover answers. */
export type RemoveCoverPayload = {
  __typename?: 'RemoveCoverPayload';
  /** The book, with a drawn cover; null when refused. */
  book: Maybe<Book>;
  /** NOT_FOUND, STATUS_INVALID; empty when it worked. */
  userErrors: Array<UserError>;
};

/** What became of the copies that a purchase asked for. */
export type StockReservationStatus =
  /** Nothing was set aside. */
  | 'REFUSED'
  /** The copies are set aside. */
  | 'RESERVED'
  /** The copies are sold. */
  | 'COMMITTED'
  /** The copies were given back, once. */
  | 'RELEASED';

/** The copies that one purchase holds, has bought or has given back; one a purchase, by its id. */
export type StockReservation = {
  __typename?: 'StockReservation';
  /** The purchase's id. */
  purchaseId: Scalars['ID']['output'];
  /** Whose books; null where the book was not found. */
  sellerId: Maybe<Scalars['ID']['output']>;
  /** What became of it. */
  status: StockReservationStatus;
  /** Titles and prices at the moment of the reservation. */
  lines: Array<StockReservationLine>;
};

/** Copies of one book in a reservation. */
export type StockReservationLine = {
  __typename?: 'StockReservationLine';
  /** Which book. */
  bookId: Scalars['ID']['output'];
  /** Its title at that moment. */
  title: Scalars['String']['output'];
  /** How many copies. */
  quantity: Scalars['Int']['output'];
  /** The price of one at that moment. */
  unitPrice: Money;
};

/** Copies of one book to be reserved. */
export type StockLineInput = {
  /** Which book. */
  bookId: Scalars['ID']['input'];
  /** How many copies. */
  quantity: Scalars['Int']['input'];
  /** What the buyer saw; when given and no longer true, nothing is reserved. */
  expectedUnitPrice?: InputMaybe<Scalars['Decimal']['input']>;
};

/** Copies to be set aside for a purchase: all lines or none. */
export type ReserveStockInput = {
  /** The purchase's id: the same one again gives the same answer and reserves nothing more. */
  purchaseId: Scalars['ID']['input'];
  /** Who buys. */
  buyerId: Scalars['ID']['input'];
  /** Until when purchase means to keep them. */
  reservedUntil: Scalars['DateTime']['input'];
  /** Which copies. */
  lines: Array<StockLineInput>;
};

/** A purchase whose reservation is sold. */
export type CommitStockInput = {
  /** The purchase's id. */
  purchaseId: Scalars['ID']['input'];
};

/** A purchase whose copies come back, reserved or sold. */
export type ReleaseStockInput = {
  /** The purchase's id. */
  purchaseId: Scalars['ID']['input'];
};

/** What reserveStock answers. */
export type ReserveStockPayload = {
  __typename?: 'ReserveStockPayload';
  /** The reservation, REFUSED ones too. */
  reservation: Maybe<StockReservation>;
  /** NOT_FOUND, BOOK_UNAVAILABLE, OWN_BOOK, PRICE_CHANGED, OUT_OF_STOCK, TOO_MANY_COPIES, TOO_MANY_RESERVATIONS; RESERVATION_EXPIRED when it was released before. */
  userErrors: Array<UserError>;
};

/** What commitStock answers. */
export type CommitStockPayload = {
  __typename?: 'CommitStockPayload';
  /** The reservation; null when there is none. */
  reservation: Maybe<StockReservation>;
  /** RESERVATION_EXPIRED when its copies were given back or never set aside. */
  userErrors: Array<UserError>;
};

/** What releaseStock answers. */
export type ReleaseStockPayload = {
  __typename?: 'ReleaseStockPayload';
  /** The reservation; null when there had been none (from now on none can be made under that id). */
  reservation: Maybe<StockReservation>;
  /** Always empty: releasing can be asked any number of times. */
  userErrors: Array<UserError>;
};

/** What replayCatalogDeadLetter answers. */
export type ReplayCatalogDeadLetterPayload = {
  __typename?: 'ReplayCatalogDeadLetterPayload';
  /** The event that is tried again; null when refused. */
  eventId: Maybe<Scalars['ID']['output']>;
  /** NOT_FOUND, also for what is no dead letter any more; empty when it worked. */
  userErrors: Array<UserError>;
};

export type Query = {
  __typename?: 'Query';
  /** One book; null when there is none. A paused or removed one: to its seller and administrators alone (its buyers reach it through their purchases). */
  book: Maybe<Book>;
  /** Published books. Anyone. Cursors are opaque and stay good while books come and go. */
  books: Maybe<BookConnection>;
  /** All that catalog holds on the caller, kind by kind: the name, books, covers and reservations. UNAUTHENTICATED without a valid token. */
  catalogPersonalRecords: Maybe<PersonalRecordConnection>;
  /** The dead letters of catalog: events that sellers' names are learned by, and that could not be applied; the earliest first. Administrators alone: FORBIDDEN to others. */
  catalogDeadLetters: Maybe<DeadLetterConnection>;
};


export type QueryBookArgs = {
  id: Scalars['ID']['input'];
};


export type QueryBooksArgs = {
  query: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<BookFilter>;
  sort?: InputMaybe<BookSort>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};


export type QueryCatalogPersonalRecordsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};


export type QueryCatalogDeadLettersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Offers a book; the caller becomes the seller. UNAUTHENTICATED without a valid token. RATE_LIMITED beyond so many books an hour (PUBLICATIONS_PER_SELLER). */
  publishBook: Maybe<PublishBookPayload>;
  /** Offers several books at once; the caller becomes the seller. One that is refused keeps no other from being offered. UNAUTHENTICATED without a valid token. RATE_LIMITED, for all of them, beyond so many books an hour (PUBLICATIONS_PER_SELLER). */
  publishBooks: Maybe<PublishBooksPayload>;
  /** Changes a book. Its seller, and administrators; NOT_FOUND to everyone else. */
  updateBook: Maybe<UpdateBookPayload>;
  /** Takes a book down for good. Its seller, and administrators; NOT_FOUND to everyone else. Reserved copies stay reserved. */
  removeBook: Maybe<RemoveBookPayload>;
  /** Takes the uploaded cover of a book away; the drawn one is there again. Its seller, and administrators; NOT_FOUND to everyone else. */
  removeCover: Maybe<RemoveCoverPayload>;
  /** Sets copies aside for a purchase, all lines or none, once per purchase. For the purchase subgraph alone. */
  reserveStock: Maybe<ReserveStockPayload>;
  /** Sells what a purchase has reserved, once. For the purchase subgraph alone. */
  commitStock: Maybe<CommitStockPayload>;
  /** Gives back what a purchase has reserved or bought, once. For the purchase subgraph alone. */
  releaseStock: Maybe<ReleaseStockPayload>;
  /** Has a dead letter of catalog tried again within moments, after its cause was mended. Administrators alone: FORBIDDEN to others. */
  replayCatalogDeadLetter: Maybe<ReplayCatalogDeadLetterPayload>;
};


export type MutationPublishBookArgs = {
  input: PublishBookInput;
};


export type MutationPublishBooksArgs = {
  input: PublishBooksInput;
};


export type MutationUpdateBookArgs = {
  input: UpdateBookInput;
};


export type MutationRemoveBookArgs = {
  input: RemoveBookInput;
};


export type MutationRemoveCoverArgs = {
  input: RemoveCoverInput;
};


export type MutationReserveStockArgs = {
  input: ReserveStockInput;
};


export type MutationCommitStockArgs = {
  input: CommitStockInput;
};


export type MutationReleaseStockArgs = {
  input: ReleaseStockInput;
};


export type MutationReplayCatalogDeadLetterArgs = {
  input: ReplayDeadLetterInput;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Book: Book;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Book:
    ( { __typename: 'Book' }
    & GraphQLRecursivePick<FederationTypes['Book'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError: ( CatalogUserError );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Money: ResolverTypeWrapper<Money>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  DeadLetter: ResolverTypeWrapper<DeadLetterEntity>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  DeadLetterConnection: ResolverTypeWrapper<Connection<DeadLetterEntity>>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  DeadLetterEdge: ResolverTypeWrapper<Edge<DeadLetterEntity>>;
  PersonalRecord: ResolverTypeWrapper<PersonalRecordEntity>;
  PersonalRecordConnection: ResolverTypeWrapper<Connection<PersonalRecordEntity>>;
  PersonalRecordEdge: ResolverTypeWrapper<Edge<PersonalRecordEntity>>;
  ReplayDeadLetterInput: ReplayDeadLetterInput;
  UserErrorCode: UserErrorCode;
  CatalogUserError: ResolverTypeWrapper<CatalogUserError>;
  BookCondition: BookCondition;
  BookStatus: BookStatus;
  Book: ResolverTypeWrapper<ShownBook>;
  BookCover: ResolverTypeWrapper<BookCoverFacts>;
  User: ResolverTypeWrapper<Omit<User, 'books'> & { books?: Maybe<ResolversTypes['BookConnection']> }>;
  BookConnection: ResolverTypeWrapper<BookPage>;
  BookEdge: ResolverTypeWrapper<Edge<ShownBook>>;
  BookFacets: ResolverTypeWrapper<BookFacets>;
  FacetValue: ResolverTypeWrapper<FacetValue>;
  BookFilter: BookFilter;
  BookSort: BookSort;
  PublishBookInput: PublishBookInput;
  PublishBooksInput: PublishBooksInput;
  UpdateBookInput: UpdateBookInput;
  RemoveBookInput: RemoveBookInput;
  RemoveCoverInput: RemoveCoverInput;
  PublishBookPayload: ResolverTypeWrapper<Omit<PublishBookPayload, 'book' | 'userErrors'> & { book?: Maybe<ResolversTypes['Book']>, userErrors: Array<ResolversTypes['UserError']> }>;
  PublishBooksPayload: ResolverTypeWrapper<Omit<PublishBooksPayload, 'results' | 'userErrors'> & { results: Array<ResolversTypes['PublishBookPayload']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpdateBookPayload: ResolverTypeWrapper<Omit<UpdateBookPayload, 'book' | 'userErrors'> & { book?: Maybe<ResolversTypes['Book']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RemoveBookPayload: ResolverTypeWrapper<Omit<RemoveBookPayload, 'book' | 'userErrors'> & { book?: Maybe<ResolversTypes['Book']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RemoveCoverPayload: ResolverTypeWrapper<Omit<RemoveCoverPayload, 'book' | 'userErrors'> & { book?: Maybe<ResolversTypes['Book']>, userErrors: Array<ResolversTypes['UserError']> }>;
  StockReservationStatus: StockReservationStatus;
  StockReservation: ResolverTypeWrapper<StockReservationEntity>;
  StockReservationLine: ResolverTypeWrapper<StockReservationLine>;
  StockLineInput: StockLineInput;
  ReserveStockInput: ReserveStockInput;
  CommitStockInput: CommitStockInput;
  ReleaseStockInput: ReleaseStockInput;
  ReserveStockPayload: ResolverTypeWrapper<Omit<ReserveStockPayload, 'reservation' | 'userErrors'> & { reservation?: Maybe<ResolversTypes['StockReservation']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CommitStockPayload: ResolverTypeWrapper<Omit<CommitStockPayload, 'reservation' | 'userErrors'> & { reservation?: Maybe<ResolversTypes['StockReservation']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ReleaseStockPayload: ResolverTypeWrapper<Omit<ReleaseStockPayload, 'reservation' | 'userErrors'> & { reservation?: Maybe<ResolversTypes['StockReservation']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ReplayCatalogDeadLetterPayload: ResolverTypeWrapper<Omit<ReplayCatalogDeadLetterPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  JSON: Scalars['JSON']['output'];
  Money: Money;
  String: Scalars['String']['output'];
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  DeadLetter: DeadLetterEntity;
  ID: Scalars['ID']['output'];
  DeadLetterConnection: Connection<DeadLetterEntity>;
  Int: Scalars['Int']['output'];
  DeadLetterEdge: Edge<DeadLetterEntity>;
  PersonalRecord: PersonalRecordEntity;
  PersonalRecordConnection: Connection<PersonalRecordEntity>;
  PersonalRecordEdge: Edge<PersonalRecordEntity>;
  ReplayDeadLetterInput: ReplayDeadLetterInput;
  CatalogUserError: CatalogUserError;
  Book: ShownBook;
  BookCover: BookCoverFacts;
  User: Omit<User, 'books'> & { books?: Maybe<ResolversParentTypes['BookConnection']> } | FederationReferenceTypes['User'];
  BookConnection: BookPage;
  BookEdge: Edge<ShownBook>;
  BookFacets: BookFacets;
  FacetValue: FacetValue;
  BookFilter: BookFilter;
  PublishBookInput: PublishBookInput;
  PublishBooksInput: PublishBooksInput;
  UpdateBookInput: UpdateBookInput;
  RemoveBookInput: RemoveBookInput;
  RemoveCoverInput: RemoveCoverInput;
  PublishBookPayload: Omit<PublishBookPayload, 'book' | 'userErrors'> & { book?: Maybe<ResolversParentTypes['Book']>, userErrors: Array<ResolversParentTypes['UserError']> };
  PublishBooksPayload: Omit<PublishBooksPayload, 'results' | 'userErrors'> & { results: Array<ResolversParentTypes['PublishBookPayload']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpdateBookPayload: Omit<UpdateBookPayload, 'book' | 'userErrors'> & { book?: Maybe<ResolversParentTypes['Book']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RemoveBookPayload: Omit<RemoveBookPayload, 'book' | 'userErrors'> & { book?: Maybe<ResolversParentTypes['Book']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RemoveCoverPayload: Omit<RemoveCoverPayload, 'book' | 'userErrors'> & { book?: Maybe<ResolversParentTypes['Book']>, userErrors: Array<ResolversParentTypes['UserError']> };
  StockReservation: StockReservationEntity;
  StockReservationLine: StockReservationLine;
  StockLineInput: StockLineInput;
  ReserveStockInput: ReserveStockInput;
  CommitStockInput: CommitStockInput;
  ReleaseStockInput: ReleaseStockInput;
  ReserveStockPayload: Omit<ReserveStockPayload, 'reservation' | 'userErrors'> & { reservation?: Maybe<ResolversParentTypes['StockReservation']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CommitStockPayload: Omit<CommitStockPayload, 'reservation' | 'userErrors'> & { reservation?: Maybe<ResolversParentTypes['StockReservation']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ReleaseStockPayload: Omit<ReleaseStockPayload, 'reservation' | 'userErrors'> & { reservation?: Maybe<ResolversParentTypes['StockReservation']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ReplayCatalogDeadLetterPayload: Omit<ReplayCatalogDeadLetterPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currencyCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'CatalogUserError', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DeadLetterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadLetter'] = ResolversParentTypes['DeadLetter']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stream?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  diedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  failure?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeadLetterConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadLetterConnection'] = ResolversParentTypes['DeadLetterConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DeadLetterEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['DeadLetter']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type DeadLetterEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadLetterEdge'] = ResolversParentTypes['DeadLetterEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DeadLetter'], ParentType, ContextType>;
};

export type PersonalRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonalRecord'] = ResolversParentTypes['PersonalRecord']> = {
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  content?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type PersonalRecordConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonalRecordConnection'] = ResolversParentTypes['PersonalRecordConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PersonalRecordEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['PersonalRecord']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PersonalRecordEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonalRecordEdge'] = ResolversParentTypes['PersonalRecordEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PersonalRecord'], ParentType, ContextType>;
};

export type CatalogUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CatalogUserError'] = ResolversParentTypes['CatalogUserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BookResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Book'] = ResolversParentTypes['Book'], FederationReferenceType extends FederationReferenceTypes['Book'] = FederationReferenceTypes['Book']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Book']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  authors?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  isbn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publisher?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publishedYear?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  subjects?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  condition?: Resolver<ResolversTypes['BookCondition'], ParentType, ContextType>;
  conditionNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  stock?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['BookStatus'], ParentType, ContextType>;
  cover?: Resolver<ResolversTypes['BookCover'], ParentType, ContextType>;
  seller?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  sellerName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  otherOffers?: Resolver<Maybe<ResolversTypes['BookConnection']>, ParentType, ContextType, RequireFields<BookOtherOffersArgs, 'first'>>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type BookCoverResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BookCover'] = ResolversParentTypes['BookCover']> = {
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<BookCoverUrlArgs, 'width'>>;
  alt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  uploaded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  books?: Resolver<Maybe<ResolversTypes['BookConnection']>, ParentType, ContextType, RequireFields<UserBooksArgs, 'first'>>;
};

export type BookConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BookConnection'] = ResolversParentTypes['BookConnection']> = {
  edges?: Resolver<Array<ResolversTypes['BookEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Book']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  facets?: Resolver<Maybe<ResolversTypes['BookFacets']>, ParentType, ContextType>;
};

export type BookEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BookEdge'] = ResolversParentTypes['BookEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Book'], ParentType, ContextType>;
};

export type BookFacetsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BookFacets'] = ResolversParentTypes['BookFacets']> = {
  conditions?: Resolver<Array<ResolversTypes['FacetValue']>, ParentType, ContextType>;
  languages?: Resolver<Array<ResolversTypes['FacetValue']>, ParentType, ContextType>;
  subjects?: Resolver<Array<ResolversTypes['FacetValue']>, ParentType, ContextType>;
};

export type FacetValueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FacetValue'] = ResolversParentTypes['FacetValue']> = {
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PublishBookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishBookPayload'] = ResolversParentTypes['PublishBookPayload']> = {
  book?: Resolver<Maybe<ResolversTypes['Book']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PublishBooksPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishBooksPayload'] = ResolversParentTypes['PublishBooksPayload']> = {
  results?: Resolver<Array<ResolversTypes['PublishBookPayload']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateBookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateBookPayload'] = ResolversParentTypes['UpdateBookPayload']> = {
  book?: Resolver<Maybe<ResolversTypes['Book']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RemoveBookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveBookPayload'] = ResolversParentTypes['RemoveBookPayload']> = {
  book?: Resolver<Maybe<ResolversTypes['Book']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RemoveCoverPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveCoverPayload'] = ResolversParentTypes['RemoveCoverPayload']> = {
  book?: Resolver<Maybe<ResolversTypes['Book']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type StockReservationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockReservation'] = ResolversParentTypes['StockReservation']> = {
  purchaseId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sellerId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['StockReservationStatus'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['StockReservationLine']>, ParentType, ContextType>;
};

export type StockReservationLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StockReservationLine'] = ResolversParentTypes['StockReservationLine']> = {
  bookId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ReserveStockPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReserveStockPayload'] = ResolversParentTypes['ReserveStockPayload']> = {
  reservation?: Resolver<Maybe<ResolversTypes['StockReservation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CommitStockPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommitStockPayload'] = ResolversParentTypes['CommitStockPayload']> = {
  reservation?: Resolver<Maybe<ResolversTypes['StockReservation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReleaseStockPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseStockPayload'] = ResolversParentTypes['ReleaseStockPayload']> = {
  reservation?: Resolver<Maybe<ResolversTypes['StockReservation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReplayCatalogDeadLetterPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplayCatalogDeadLetterPayload'] = ResolversParentTypes['ReplayCatalogDeadLetterPayload']> = {
  eventId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  book?: Resolver<Maybe<ResolversTypes['Book']>, ParentType, ContextType, RequireFields<QueryBookArgs, 'id'>>;
  books?: Resolver<Maybe<ResolversTypes['BookConnection']>, ParentType, ContextType, RequireFields<QueryBooksArgs, 'sort' | 'first'>>;
  catalogPersonalRecords?: Resolver<Maybe<ResolversTypes['PersonalRecordConnection']>, ParentType, ContextType, RequireFields<QueryCatalogPersonalRecordsArgs, 'first'>>;
  catalogDeadLetters?: Resolver<Maybe<ResolversTypes['DeadLetterConnection']>, ParentType, ContextType, RequireFields<QueryCatalogDeadLettersArgs, 'first'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  publishBook?: Resolver<Maybe<ResolversTypes['PublishBookPayload']>, ParentType, ContextType, RequireFields<MutationPublishBookArgs, 'input'>>;
  publishBooks?: Resolver<Maybe<ResolversTypes['PublishBooksPayload']>, ParentType, ContextType, RequireFields<MutationPublishBooksArgs, 'input'>>;
  updateBook?: Resolver<Maybe<ResolversTypes['UpdateBookPayload']>, ParentType, ContextType, RequireFields<MutationUpdateBookArgs, 'input'>>;
  removeBook?: Resolver<Maybe<ResolversTypes['RemoveBookPayload']>, ParentType, ContextType, RequireFields<MutationRemoveBookArgs, 'input'>>;
  removeCover?: Resolver<Maybe<ResolversTypes['RemoveCoverPayload']>, ParentType, ContextType, RequireFields<MutationRemoveCoverArgs, 'input'>>;
  reserveStock?: Resolver<Maybe<ResolversTypes['ReserveStockPayload']>, ParentType, ContextType, RequireFields<MutationReserveStockArgs, 'input'>>;
  commitStock?: Resolver<Maybe<ResolversTypes['CommitStockPayload']>, ParentType, ContextType, RequireFields<MutationCommitStockArgs, 'input'>>;
  releaseStock?: Resolver<Maybe<ResolversTypes['ReleaseStockPayload']>, ParentType, ContextType, RequireFields<MutationReleaseStockArgs, 'input'>>;
  replayCatalogDeadLetter?: Resolver<Maybe<ResolversTypes['ReplayCatalogDeadLetterPayload']>, ParentType, ContextType, RequireFields<MutationReplayCatalogDeadLetterArgs, 'input'>>;
};

export type Resolvers<ContextType = Context> = {
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  DeadLetter?: DeadLetterResolvers<ContextType>;
  DeadLetterConnection?: DeadLetterConnectionResolvers<ContextType>;
  DeadLetterEdge?: DeadLetterEdgeResolvers<ContextType>;
  PersonalRecord?: PersonalRecordResolvers<ContextType>;
  PersonalRecordConnection?: PersonalRecordConnectionResolvers<ContextType>;
  PersonalRecordEdge?: PersonalRecordEdgeResolvers<ContextType>;
  CatalogUserError?: CatalogUserErrorResolvers<ContextType>;
  Book?: BookResolvers<ContextType>;
  BookCover?: BookCoverResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  BookConnection?: BookConnectionResolvers<ContextType>;
  BookEdge?: BookEdgeResolvers<ContextType>;
  BookFacets?: BookFacetsResolvers<ContextType>;
  FacetValue?: FacetValueResolvers<ContextType>;
  PublishBookPayload?: PublishBookPayloadResolvers<ContextType>;
  PublishBooksPayload?: PublishBooksPayloadResolvers<ContextType>;
  UpdateBookPayload?: UpdateBookPayloadResolvers<ContextType>;
  RemoveBookPayload?: RemoveBookPayloadResolvers<ContextType>;
  RemoveCoverPayload?: RemoveCoverPayloadResolvers<ContextType>;
  StockReservation?: StockReservationResolvers<ContextType>;
  StockReservationLine?: StockReservationLineResolvers<ContextType>;
  ReserveStockPayload?: ReserveStockPayloadResolvers<ContextType>;
  CommitStockPayload?: CommitStockPayloadResolvers<ContextType>;
  ReleaseStockPayload?: ReleaseStockPayloadResolvers<ContextType>;
  ReplayCatalogDeadLetterPayload?: ReplayCatalogDeadLetterPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
};

