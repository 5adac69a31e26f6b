import {
  BookNowDocument,
  BookPageDocument,
  type BookPageQuery,
  DeliveryCostsDocument,
} from './book.generated.ts';

/** A book as its page knows it. */
export type PageBook = NonNullable<BookPageQuery['book']>;

/** All that a book's page shows. */
export const bookQuery = (id: string) => ({ query: BookPageDocument, variables: { id } });

/** What may change of a book while its page is read. */
export const bookNowQuery = (id: string) => ({ query: BookNowDocument, variables: { id } });

/** Who delivers to a country (ISO 3166-1 alpha-2), and for how much. */
export const deliveryQuery = (country: string) => ({
  query: DeliveryCostsDocument,
  variables: { country },
});
