/** Whom the tests of access ask as. The buyer and the seller are those of one purchase; another is signed in, and has none. */
export const callers = ['nobody', 'another', 'seller', 'buyer', 'administrator'] as const;
export type Caller = (typeof callers)[number];

const everyone: readonly Caller[] = callers;
const signedIn: readonly Caller[] = ['another', 'seller', 'buyer', 'administrator'];
const sides: readonly Caller[] = ['buyer', 'seller', 'administrator'];
const administrators: readonly Caller[] = ['administrator'];
const theBuyer: readonly Caller[] = ['buyer', 'administrator'];
const theSeller: readonly Caller[] = ['seller', 'administrator'];

/** Where objects of a type are found, and who is told which of their fields. Fields stand with blanks between them. */
export interface Place {
  type: string;
  /** The fields on the way from the root, with their arguments. */
  at: readonly string[];
  /** Of what the first of these is, where that is an entity: its type and the variable with its id. */
  entity?: readonly [type: string, id: string];
  seenBy: readonly Caller[];
  /** Told to all who get there. */
  open: string;
  /** Told to some of these alone, and null to the others. */
  toSome?: { fields: string; toldTo: readonly Caller[] };
}

const book = { at: ['book(id: $book)'], entity: ['Book', '$book'], seenBy: everyone } as const;
const purchase = {
  at: ['purchase(id: $purchase)'],
  entity: ['Purchase', '$purchase'],
  seenBy: sides,
} as const;
const ofPurchase = (...more: string[]) => ({ ...purchase, at: [...purchase.at, ...more] });
const seller = { at: ['user(id: $seller)'], entity: ['User', '$seller'], seenBy: theSeller } as const;
const ofSeller = (...more: string[]) => ({ ...seller, at: [...seller.at, ...more] });
const books = (...more: string[]) => ({ at: ['books(first: 5)', ...more], seenBy: everyone });
const records = (...more: string[]) => ({ at: ['authPersonalRecords(first: 5)', ...more], seenBy: signedIn });
const report = (...more: string[]) => ({ at: ['invariantsReport', ...more], seenBy: administrators });

const connection = 'edges nodes pageInfo totalCount';
const edge = 'cursor node';
const bookFields =
  'id title authors isbn description language publisher publishedYear subjects condition conditionNote price stock status cover seller sellerName otherOffers version createdAt updatedAt';

/** A row for each field that somebody can ask for: the matrix of field, caller and way is made of it (field-access.test.ts). */
export const places: Readonly<Record<string, Place>> = {
  'a user': {
    type: 'User',
    at: ['user(id: $buyer)'],
    entity: ['User', '$buyer'],
    seenBy: everyone,
    open: 'id name createdAt books',
    toSome: {
      fields: 'email emailVerifiedAt role secondFactor notifications purchases sales income',
      toldTo: theBuyer,
    },
  },
  'a second factor': {
    type: 'SecondFactor',
    ...ofSeller('secondFactor'),
    open: 'isOn since isNeeded',
  },
  'all users': { type: 'UserConnection', at: ['users(first: 5)'], seenBy: administrators, open: connection },
  'one of all users': {
    type: 'UserEdge',
    at: ['users(first: 5)', 'edges'],
    seenBy: administrators,
    open: edge,
  },
  sessions: {
    type: 'Session',
    at: ['sessions'],
    seenBy: signedIn,
    open: 'id createdAt lastUsedAt userAgent current',
  },
  'personal records': { type: 'PersonalRecordConnection', ...records(), open: connection },
  'one of the personal records': { type: 'PersonalRecordEdge', ...records('edges'), open: edge },
  'a personal record': { type: 'PersonalRecord', ...records('nodes'), open: 'kind content' },
  notifications: { type: 'NotificationConnection', ...ofSeller('notifications'), open: connection },
  'one of the notifications': { type: 'NotificationEdge', ...ofSeller('notifications', 'edges'), open: edge },
  'a notification': {
    type: 'Notification',
    ...ofSeller('notifications', 'nodes'),
    open: 'id reason purchase createdAt readAt',
  },

  'a book': { type: 'Book', ...book, open: bookFields },
  'a paused book': {
    type: 'Book',
    at: ['book(id: $paused)'],
    entity: ['Book', '$paused'],
    seenBy: theSeller,
    open: bookFields,
  },
  'a cover': { type: 'BookCover', ...book, at: [...book.at, 'cover'], open: 'url alt uploaded' },
  'a price': { type: 'Money', ...book, at: [...book.at, 'price'], open: 'amount currencyCode' },
  books: { type: 'BookConnection', ...books(), open: `${connection} facets` },
  'one of the books': { type: 'BookEdge', ...books('edges'), open: edge },
  'where a page lies': {
    type: 'PageInfo',
    ...books('pageInfo'),
    open: 'hasNextPage hasPreviousPage startCursor endCursor',
  },
  facets: { type: 'BookFacets', ...books('facets'), open: 'conditions languages subjects' },
  'a facet': { type: 'FacetValue', ...books('facets', 'conditions'), open: 'value count' },

  'a purchase': {
    type: 'Purchase',
    ...purchase,
    open: 'id buyer seller status lines subtotal deliveryCost total payment delivery reservedUntil history createdAt updatedAt',
  },
  'what is bought': {
    type: 'PurchaseLine',
    ...ofPurchase('lines'),
    open: 'book title quantity unitPrice total',
  },
  'a step': { type: 'PurchaseEvent', ...ofPurchase('history'), open: 'at status note' },
  'a payment': {
    type: 'Payment',
    ...ofPurchase('payment'),
    open: 'id method status amount declineReason createdAt capturedAt',
  },
  'a delivery': {
    type: 'Delivery',
    ...ofPurchase('delivery'),
    open: 'id provider address cost status trackingNumber shippedAt deliveredAt',
  },
  'an address': {
    type: 'Address',
    ...ofPurchase('delivery', 'address'),
    open: 'recipient line1 line2 city region postalCode country',
  },
  'a delivery provider': {
    type: 'DeliveryProvider',
    at: ['deliveryProviders'],
    seenBy: everyone,
    open: 'id name coverage cost',
  },
  'all purchases': {
    type: 'PurchaseConnection',
    at: ['purchases(first: 5)'],
    seenBy: administrators,
    open: connection,
  },
  'one of all purchases': {
    type: 'PurchaseEdge',
    at: ['purchases(first: 5)', 'edges'],
    seenBy: administrators,
    open: edge,
  },
  'the income of a month': { type: 'MonthlyIncome', ...ofSeller('income'), open: 'month sales total' },

  'dead letters': {
    type: 'DeadLetterConnection',
    at: ['catalogDeadLetters'],
    seenBy: administrators,
    open: connection,
  },
  'one of the dead letters': {
    type: 'DeadLetterEdge',
    at: ['catalogDeadLetters', 'edges'],
    seenBy: administrators,
    open: edge,
  },
  'a dead letter': {
    type: 'DeadLetter',
    at: ['catalogDeadLetters', 'nodes'],
    seenBy: administrators,
    open: 'id type stream subject occurredAt diedAt failure',
  },
  'the report of the oracle': {
    type: 'InvariantsReport',
    ...report(),
    open: 'checkedAt durationMilliseconds staleAt isStale isSound failure invariants',
  },
  'a rule': { type: 'Invariant', ...report('invariants'), open: 'name about checked violated violations' },
  'a violation': {
    type: 'InvariantViolation',
    ...report('invariants', 'violations'),
    open: 'subject seen expected',
  },
};

const refusal = 'code message field';

/** What mutations alone answer: who may ask for it is who may ask for the mutation (access.test.ts). */
export const answers: Readonly<Record<string, string>> = {
  AuthUserError: refusal,
  CatalogUserError: refusal,
  PurchaseUserError: refusal,
  Tokens: 'accessToken accessTokenExpiresAt refreshToken refreshTokenExpiresAt',
  RegisterPayload: 'user tokens userErrors',
  LoginPayload: 'user tokens userErrors',
  RefreshTokensPayload: 'tokens userErrors',
  LogoutPayload: 'userErrors',
  RevokeSessionPayload: 'session userErrors',
  UpdateProfilePayload: 'user userErrors',
  ChangePasswordPayload: 'user userErrors',
  RequestPasswordResetPayload: 'userErrors',
  ResetPasswordPayload: 'userErrors',
  RequestEmailVerificationPayload: 'user userErrors',
  VerifyEmailPayload: 'userErrors',
  BeginSecondFactorPayload: 'secret uri userErrors',
  ConfirmSecondFactorPayload: 'user recoveryCodes userErrors',
  RemoveSecondFactorPayload: 'user userErrors',
  DeleteAccountPayload: 'deletedUserId userErrors',
  SetUserRolePayload: 'user userErrors',
  RevokeUserSessionsPayload: 'user userErrors',
  RemoveUserSecondFactorPayload: 'user userErrors',
  ReadNotificationsPayload: 'user userErrors',
  PublishBookPayload: 'book userErrors',
  PublishBooksPayload: 'results userErrors',
  UpdateBookPayload: 'book userErrors',
  RemoveBookPayload: 'book userErrors',
  RemoveCoverPayload: 'book userErrors',
  PurchaseBookPayload: 'purchase userErrors',
  ChooseDeliveryPayload: 'purchase userErrors',
  PayPurchasePayload: 'purchase userErrors',
  ShipPurchasePayload: 'purchase userErrors',
  ConfirmDeliveryPayload: 'purchase userErrors',
  CancelPurchasePayload: 'purchase userErrors',
  ReplayAuthDeadLetterPayload: 'eventId userErrors',
  ReplayCatalogDeadLetterPayload: 'eventId userErrors',
  ReplayPurchaseDeadLetterPayload: 'eventId userErrors',
};

/** What services ask each other: no client gets at it, by whatever way. */
export const inner: Readonly<Record<string, string>> = {
  Query: 'revokedSessions unfinishedPurchases _entities _service',
  Mutation: 'reserveStock commitStock releaseStock',
  RevokedSession: 'sessionId revokedAt',
  StockReservation: 'purchaseId sellerId status lines',
  StockReservationLine: 'bookId title quantity unitPrice',
  ReserveStockPayload: 'reservation userErrors',
  CommitStockPayload: 'reservation userErrors',
  ReleaseStockPayload: 'reservation userErrors',
  UnfinishedPurchases: 'bought sold',
  _Service: 'sdl',
};
