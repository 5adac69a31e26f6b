import type { EntityManager } from '@mikro-orm/mysql';
import type DataLoader from 'dataloader';
import type { Database } from '../../runtime/database.ts';
import { keyedBy } from '../../runtime/loaders.ts';
import type { Currency } from '../../runtime/money.ts';
import { readRows, type Sql } from '../../runtime/sql.ts';
import type { RequestFacts } from '../../runtime/subgraph-server.ts';
import type { ShownBook } from './book.ts';
import type { BookRow } from './book-rows.ts';
import type { BuyerTurns } from './buyer-turns.ts';
import { type Counting, countLoader } from './count-loader.ts';
import { type Cover, coverLoader } from './cover-loader.ts';
import { loadBooks, loadBoughtBooks } from './load-books.ts';
import type { ReservationLimits } from './reservation-limits.ts';
import type { FacetValue } from './resolvers.generated.ts';
import { type Count, type Select, selectLoader } from './select-loader.ts';
import { type Seller, sellerLoader } from './seller-loader.ts';

/** What catalog's resolvers know of a request. */
export interface Context extends RequestFacts {
  em: EntityManager;
  currency: Currency;
  reservationLimits: ReservationLimits;
  /** Of all requests of this process. */
  buyerTurns: BuyerTurns;
  /** How many books one seller may publish an hour. */
  publicationsPerSeller: number;
  /** Books by id, whoever may see them. */
  books: DataLoader<string, ShownBook | null>;
  /** Ids of the books among them that the viewer has reserved or bought. */
  boughtBooks: DataLoader<string, string | null>;
  /** The uploaded covers of books, by the book's id. */
  covers: DataLoader<string, Cover | null>;
  /** By the seller's id. */
  sellers: DataLoader<string, Seller | null>;
  bookRows: DataLoader<Select, BookRow[]>;
  countRows: DataLoader<Select, Count[]>;
  counts: DataLoader<Counting, FacetValue[]>;
}

/** Makes the contexts of requests. */
export const contextMaker =
  (
    database: Database,
    given: Pick<Context, 'currency' | 'reservationLimits' | 'buyerTurns' | 'publicationsPerSeller'>,
  ) =>
  (facts: RequestFacts): Context => {
    const em = database.fork();
    const { connectionType } = facts;
    const { viewer } = facts.caller;
    const execute = <Row>(statement: Sql): Promise<Row[]> => readRows<Row>(em, statement, connectionType);
    const countRows = selectLoader<Count>(execute);
    return {
      ...facts,
      ...given,
      em,
      books: keyedBy(
        ids => loadBooks(execute, ids),
        book => book.id,
      ),
      boughtBooks: keyedBy(
        ids => (viewer ? loadBoughtBooks(execute, viewer, ids) : Promise.resolve([])),
        id => id,
      ),
      covers: coverLoader(execute),
      sellers: sellerLoader(execute),
      bookRows: selectLoader<BookRow>(execute),
      countRows,
      counts: countLoader(countRows),
    };
  };
