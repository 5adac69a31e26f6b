import {
  administrator,
  anyone,
  gateway,
  type PermissionTable,
  signedIn,
  sisters,
} from '../../runtime/permissions.ts';

const all = { '*': anyone };
const purchase = sisters('purchase');

/**
 * Who may do what in catalog. Whose book it is, the verbs ask themselves; what is not in this table is refused.
 */
export const permissions: PermissionTable = {
  Query: {
    book: anyone,
    books: anyone,
    catalogPersonalRecords: signedIn,
    catalogDeadLetters: administrator,
    _entities: gateway,
    _service: gateway,
  },
  Mutation: {
    publishBook: signedIn,
    publishBooks: signedIn,
    updateBook: signedIn,
    removeBook: signedIn,
    replayCatalogDeadLetter: administrator,
    removeCover: signedIn,
    reserveStock: purchase,
    commitStock: purchase,
    releaseStock: purchase,
  },
  Book: all,
  BookCover: all,
  BookConnection: all,
  BookEdge: all,
  BookFacets: all,
  FacetValue: all,
  User: all,
  Money: all,
  PageInfo: all,
  CatalogUserError: all,
  PublishBookPayload: all,
  PublishBooksPayload: all,
  UpdateBookPayload: all,
  RemoveBookPayload: all,
  RemoveCoverPayload: all,
  StockReservation: all,
  StockReservationLine: all,
  ReserveStockPayload: all,
  CommitStockPayload: all,
  ReleaseStockPayload: all,
  PersonalRecord: all,
  PersonalRecordConnection: all,
  PersonalRecordEdge: all,
  DeadLetter: all,
  DeadLetterConnection: all,
  DeadLetterEdge: all,
  ReplayCatalogDeadLetterPayload: all,
  _Service: all,
};
