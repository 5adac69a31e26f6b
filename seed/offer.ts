import { z } from 'zod';
import { toIsbn13 } from '../subgraphs/catalog/isbn.ts';

/** The grades of the second-hand trade, best first, as the graph names them. */
export const conditions = ['NEW', 'AS_NEW', 'FINE', 'VERY_GOOD', 'GOOD', 'FAIR', 'POOR'] as const;

export const condition = z.enum(conditions);

export type Condition = z.infer<typeof condition>;

/** A book to be published: PublishBookInput of the graph, with nothing left out. */
export interface Offer {
  title: string;
  authors: string[];
  /** As its source has it; the store checks it. */
  isbn: string | null;
  description: string | null;
  /** BCP 47. */
  language: string | null;
  publisher: string | null;
  /** Negative before our era. */
  publishedYear: number | null;
  subjects: string[];
  condition: Condition;
  conditionNote: string | null;
  /** A decimal string with two decimals, such as "12.50". */
  price: string;
  stock: number;
}

/** What two offers of one seller share when one is the other after its way through the store. */
export type OfferIdentity = Pick<
  Offer,
  'title' | 'authors' | 'isbn' | 'publishedYear' | 'condition' | 'price'
>;

const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/**
 * A key that is equal for an offer as it was sent and as the store gives it back. Stock is no part of it, since
 * sales change it; spaces and Unicode forms are evened out, and an ISBN is one of 13 digits.
 */
export const offerKey = (offer: OfferIdentity): string =>
  JSON.stringify([
    plain(offer.title),
    offer.authors.map(plain),
    offer.isbn && (toIsbn13(offer.isbn) ?? offer.isbn),
    offer.publishedYear,
    offer.condition,
    Number(offer.price),
  ]);
