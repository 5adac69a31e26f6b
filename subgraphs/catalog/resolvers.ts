import { listDeadLetters } from '../../runtime/events/dead-letters.ts';
import { toMoney } from '../../runtime/money.ts';
import { listRecords } from '../../runtime/personal-records/list-records.ts';
import { DateTime, Decimal } from '../../runtime/scalars.ts';
import { viewerOf } from '../../runtime/viewer.ts';
import { BookCover } from './book-cover.ts';
import { books } from './books.ts';
import { commitStock } from './commit-stock.ts';
import { findBook, findNamedBook } from './find-book.ts';
import { otherOffers } from './other-offers.ts';
import { recordKinds } from './personal-records.ts';
import { publishBook } from './publish-book.ts';
import { publishBooks } from './publish-books.ts';
import { releaseStock } from './release-stock.ts';
import { removeBook } from './remove-book.ts';
import { removeCover } from './remove-cover.ts';
import { replayDeadLetter } from './replay-dead-letter.ts';
import { reserveStock } from './reserve-stock.ts';
import type { Resolvers } from './resolvers.generated.ts';
import { selectedFacets } from './selected-facets.ts';
import { updateBook } from './update-book.ts';
import { userBooks } from './user-books.ts';

export const resolvers = {
  DateTime,
  Decimal,

  Query: {
    book: (_, { id }, context) => findBook(id, context),
    books: (_, args, context) => books(args, context),
    catalogPersonalRecords: (_, page, context) =>
      listRecords(context.em, recordKinds, viewerOf(context).id, page),
    catalogDeadLetters: (_, page, { em }) => listDeadLetters(em, page),
  },

  Mutation: {
    publishBook: (_, { input }, context) => publishBook(input, context),
    publishBooks: (_, { input }, context) => publishBooks(input, context),
    updateBook: (_, { input }, context) => updateBook(input, context),
    removeBook: (_, { input }, context) => removeBook(input, context),
    removeCover: (_, { input }, context) => removeCover(input, context),
    reserveStock: (_, { input }, context) => reserveStock(input, context),
    commitStock: (_, { input }, context) => commitStock(input, context),
    releaseStock: (_, { input }, context) => releaseStock(input, context),
    replayCatalogDeadLetter: (_, { input }, { em }) => replayDeadLetter(input, em),
  },

  Book: {
    __resolveReference: ({ id }, context) => findNamedBook(id, context),
    price: ({ price }, _, { currency }) => toMoney(price, currency),
    cover: async (book, _, { covers }) => new BookCover(book, await covers.load(book.id)),
    sellerName: async ({ sellerId }, _, { sellers }) => (await sellers.load(sellerId))?.name ?? null,
    seller: ({ sellerId }) => ({ __typename: 'User', id: sellerId }),
    otherOffers: (book, page, context) => otherOffers(book, page, context),
  },

  User: {
    books: ({ id }, page, context) => userBooks(id, page, context),
  },

  BookCover: {
    url: (cover, { width }) => cover.path(width),
  },

  BookConnection: {
    facets: (page, _, __, info) => page.facets(selectedFacets(info)),
  },

  StockReservation: {
    lines: ({ lines }, _, { currency }) =>
      lines.map(line => ({ ...line, unitPrice: toMoney(line.unitPrice, currency) })),
  },
} satisfies Resolvers;
