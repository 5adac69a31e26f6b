/** What the variables of a tab may name, and where the answers of the session hold its value. */
export interface Placeholder {
  /** Dotted paths in an answer's `data`. */
  paths: string[];
  /** Where the reader gets one, for the message when there is none yet. */
  source: string;
}

export const placeholders: Record<string, Placeholder> = {
  sellerEmail: { paths: ['seller.user.email'], source: 'tab 1 (Register)' },
  buyerEmail: { paths: ['buyer.user.email'], source: 'tab 1 (Register)' },
  bookId: {
    paths: ['publishBook.book.id', 'books.nodes.0.id'],
    source: 'tab 3 (Publish) or tab 4 (Search)',
  },
  bookPrice: {
    paths: ['publishBook.book.price.amount', 'books.nodes.0.price.amount'],
    source: 'tab 3 (Publish) or tab 4 (Search)',
  },
  providerId: { paths: ['deliveryProviders.0.id'], source: 'tab 4 (Search)' },
  purchaseId: { paths: ['purchaseBook.purchase.id'], source: 'tab 5 (Purchase)' },
};
