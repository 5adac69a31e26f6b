import { SalePageDocument, type SalePageQuery } from './sale.generated.ts';

/** A sale as its page knows it. */
export type Sale = NonNullable<SalePageQuery['purchase']>;

/** All that a sale's page shows. */
export const saleQuery = (id: string) => ({ query: SalePageDocument, variables: { id } });
