import type DataLoader from 'dataloader';
import { keyedBy } from '../../runtime/loaders.ts';
import { isOneOf, join, type Sql, sql } from '../../runtime/sql.ts';

/** A user as catalog has heard of it. */
export interface Seller {
  user_id: string;
  name: string;
}

/** Loads sellers by their ids, all that are asked for at the same time by one statement. */
export const sellerLoader = (
  execute: (statement: Sql) => Promise<Seller[]>,
): DataLoader<string, Seller | null> =>
  keyedBy(
    ids => execute(join([sql('SELECT user_id, name FROM seller WHERE'), isOneOf('user_id', ids)], ' ')),
    seller => seller.user_id,
  );
