import { SellerPageDocument } from './seller.generated.ts';

const pageSize = 24;

/** A seller, and one page of their books after a cursor. */
export const sellerQuery = (id: string, after: string | null) => ({
  query: SellerPageDocument,
  variables: { id, first: pageSize, after },
});
