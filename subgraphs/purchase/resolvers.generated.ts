// Made by `npm run schema` from the SDL. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { DeadLetter as DeadLetterEntity } from '../../runtime/events/dead-letters.ts';
import type { Connection, Edge } from '../../runtime/page.ts';
import type { PersonalRecord as PersonalRecordEntity } from '../../runtime/personal-records/list-records.ts';
import type { ShownPurchase } from './purchase.ts';
import type { ShownLine } from './purchase-line.ts';
import type { ShownPurchaseEvent } from './purchase-event.ts';
import type { ShownPayment } from './payment.ts';
import type { ShownDelivery } from './delivery.ts';
import type { MonthlyIncome as MonthlyIncomeEntity } from './income.ts';
import type { InvariantsReport as InvariantsReportEntity } from './invariants-report.ts';
import type { ShownProvider } from './delivery-provider.ts';
import type { Context } from './context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant: RFC 3339 in UTC with milliseconds, e.g. 2026-11-20T09:30:00.000Z. */
  DateTime: { input: Date; output: Date; }
  /**
   * An exact decimal number written as a string, e.g. "12.50". Never a float, at no point on its way: a number
   * literal, an exponent (`1e3`), `NaN` and an empty string are malformed: BAD_USER_INPUT in a variable,
   * GRAPHQL_VALIDATION_FAILED in the document.
   */
  Decimal: { input: string; output: string; }
  /** A JSON value of any kind. */
  JSON: { input: unknown; output: unknown; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** An amount of money. Held as whole minor units (cents), told as a decimal string. */
export type Money = {
  __typename?: 'Money';
  /** The amount in major units, with exactly as many decimals as the currency has, e.g. "12.50". */
  amount: Scalars['Decimal']['output'];
  /** ISO 4217. One store trades in one currency (its configuration names it; USD by default). */
  currencyCode: Scalars['String']['output'];
};

/**
 * Something the caller can mend. A mutation that is refused for such a reason returns it here and changes
 * nothing. What is not the caller's to mend is a GraphQL error: extensions.code is UNAUTHENTICATED (no valid
 * token), FORBIDDEN (a signed-in caller who lacks the role), BAD_USER_INPUT and GRAPHQL_VALIDATION_FAILED
 * (malformed), RATE_LIMITED, SERVICE_UNAVAILABLE (a part of the store is down), INTERNAL_SERVER_ERROR (masked).
 */
export type UserError = {
  /** What is wrong, for programs: stable for ever. */
  code: UserErrorCode;
  /** What is wrong and what to do, for people, in English. */
  message: Scalars['String']['output'];
  /** The path in the input that it is about, e.g. ["delivery", "address", "country"]; null when it is about no single one. */
  field: Maybe<Array<Scalars['String']['output']>>;
};

/** Where a page lies within its list (Relay's PageInfo). */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Whether there is at least one more element after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether this page was asked for by a cursor, so that something lies before it. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first edge; null on an empty page. */
  startCursor: Maybe<Scalars['String']['output']>;
  /** The cursor of the last edge, to be given as `after` for the next page; null on an empty page. */
  endCursor: Maybe<Scalars['String']['output']>;
};

/** An event that a subgraph heard of and could not apply, be it that it was tried for a minute. It holds back the later events about the same subject. */
export type DeadLetter = {
  __typename?: 'DeadLetter';
  /** The event's id; sorts by the time it happened. */
  id: Scalars['ID']['output'];
  /** What happened, e.g. "PurchasePaid"; schema/events.md lists them. */
  type: Scalars['String']['output'];
  /** The stream of events that it belongs to. */
  stream: Scalars['String']['output'];
  /** The id of what it is about: a user, a book or a purchase. */
  subject: Scalars['ID']['output'];
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  /** When it was given up. */
  diedAt: Scalars['DateTime']['output'];
  /** Why it could not be applied, for those who run the store. */
  failure: Scalars['String']['output'];
};

/** A page of dead letters. */
export type DeadLetterConnection = {
  __typename?: 'DeadLetterConnection';
  /** The dead letters of this page with their cursors. */
  edges: Array<DeadLetterEdge>;
  /** The dead letters of this page. */
  nodes: Array<DeadLetter>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** A dead letter in a page. */
export type DeadLetterEdge = {
  __typename?: 'DeadLetterEdge';
  /** Opaque; good as `after`. */
  cursor: Scalars['String']['output'];
  /** The dead letter. */
  node: DeadLetter;
};

/** Something that a subgraph holds on the caller. */
export type PersonalRecord = {
  __typename?: 'PersonalRecord';
  /** What it is, e.g. "session" or "delivery". */
  kind: Scalars['String']['output'];
  /** An object, by the names under which it is kept: instants in RFC 3339, money in minor units, lists and events as JSON within a text. */
  content: Scalars['JSON']['output'];
};

/** A page of what is held on the caller. */
export type PersonalRecordConnection = {
  __typename?: 'PersonalRecordConnection';
  /** The records of this page with their cursors. */
  edges: Array<PersonalRecordEdge>;
  /** The records of this page. */
  nodes: Array<PersonalRecord>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** A record in a page. */
export type PersonalRecordEdge = {
  __typename?: 'PersonalRecordEdge';
  /** Opaque; good as `after`. */
  cursor: Scalars['String']['output'];
  /** The record. */
  node: PersonalRecord;
};

/** A dead letter to be tried again. */
export type ReplayDeadLetterInput = {
  /** Its id. */
  id: Scalars['ID']['input'];
};

/** Why a mutation was refused, for a reason that the caller can mend. */
export type UserErrorCode =
  /** A quantity is below 1 or above 1,000. */
  | 'QUANTITY_INVALID'
  /** A price is not above zero, is above 1,000,000, or has more decimals than the currency. */
  | 'PRICE_INVALID'
  /** Not that many copies are left; nothing was reserved. */
  | 'OUT_OF_STOCK'
  /** So many copies of one book one buyer may not have reserved at a time (MAX_COPIES_HELD, 100 unless set); nothing was reserved. */
  | 'TOO_MANY_COPIES'
  /** The buyer has too many purchases that await their payment (MAX_OPEN_RESERVATIONS, 10 unless set); nothing was reserved. */
  | 'TOO_MANY_RESERVATIONS'
  /** The seller changed the price; the caller's expectedUnitPrice no longer holds. */
  | 'PRICE_CHANGED'
  /** Paused or removed by its seller. */
  | 'BOOK_UNAVAILABLE'
  /** The buyer is the seller: nobody buys from themselves. */
  | 'OWN_BOOK'
  /** A part of the address is empty or too long, or the country is not an ISO 3166-1 alpha-2 code. */
  | 'ADDRESS_INVALID'
  /** The delivery provider does not serve that address's country. */
  | 'NOT_COVERED'
  /** A purchase is paid only after its delivery is chosen. */
  | 'DELIVERY_NOT_CHOSEN'
  /** The payment provider declined; payment.declineReason says why. Pay again under a new key. */
  | 'PAYMENT_DECLINED'
  /** A tracking number is empty or longer than 100 characters. */
  | 'TRACKING_NUMBER_INVALID'
  /** A reason is longer than 500 characters. */
  | 'REASON_INVALID'
  /** The purchase's status does not allow this step (ship before paid, pay twice under a new key, …). */
  | 'WRONG_STATUS'
  /** The reservation ran out before it was paid; its copies are for sale again. */
  | 'RESERVATION_EXPIRED'
  /** An idempotency key is empty or longer than 200 characters. */
  | 'IDEMPOTENCY_KEY_INVALID'
  /** The same key came with other input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** No such thing, or none that the caller may know of: the two are told apart nowhere. */
  | 'NOT_FOUND';

/** A refusal by purchase. */
export type PurchaseUserError = UserError & {
  __typename?: 'PurchaseUserError';
  /** What is wrong, for programs: stable for ever. */
  code: UserErrorCode;
  /** What is wrong and what to do, for people, in English. */
  message: Scalars['String']['output'];
  /** The path in the input that it is about; null when it is about no single one. */
  field: Maybe<Array<Scalars['String']['output']>>;
};

/**
 * PENDING → AWAITING_PAYMENT → PAID → SHIPPED → DELIVERED. PENDING is over within seconds: its reservation is
 * being made. AWAITING_PAYMENT ends in PAID, CANCELLED or EXPIRED; PAID may still be CANCELLED, which refunds.
 * REJECTED: there was no copy to reserve.
 */
export type PurchaseStatus =
  /** Its reservation is being made; over within seconds. */
  | 'PENDING'
  /** Nothing could be reserved; over. */
  | 'REJECTED'
  /** Copies are kept for the buyer until reservedUntil. */
  | 'AWAITING_PAYMENT'
  /** Not paid in time; its copies are for sale again; over. */
  | 'EXPIRED'
  /** The money is taken and the copies are sold; the seller ships. */
  | 'PAID'
  /** On its way. */
  | 'SHIPPED'
  /** Arrived; over. */
  | 'DELIVERED'
  /** Called off before it was shipped; copies given back, money too; over. */
  | 'CANCELLED';

/** One buyer's order to one seller. Title and prices are those of the moment it was made, for ever. Seen by its buyer, its seller and administrators alone. */
export type Purchase = {
  __typename?: 'Purchase';
  /** Opaque; sorts by the time it was made. */
  id: Scalars['ID']['output'];
  /** Who buys; null while accounts cannot be reached, and when the account was deleted. */
  buyer: Maybe<User>;
  /** Who sells; null while accounts cannot be reached, and when the account was deleted. */
  seller: Maybe<User>;
  /** Where it stands. */
  status: PurchaseStatus;
  /** What is bought. */
  lines: Array<PurchaseLine>;
  /** The lines together. */
  subtotal: Money;
  /** Zero until a delivery is chosen. */
  deliveryCost: Money;
  /** subtotal and deliveryCost: what payPurchase charges. */
  total: Money;
  /** The latest payment; null before the first. */
  payment: Maybe<Payment>;
  /** Null until one is chosen. */
  delivery: Maybe<Delivery>;
  /** Until when its copies are kept for the buyer; null once paid or over. */
  reservedUntil: Maybe<Scalars['DateTime']['output']>;
  /** Every step it took, oldest first. */
  history: Array<PurchaseEvent>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** When it last took a step. */
  updatedAt: Scalars['DateTime']['output'];
};

/** Copies of one book in a purchase. */
export type PurchaseLine = {
  __typename?: 'PurchaseLine';
  /** The book as it is now, paused and removed ones too; null while the catalog cannot be reached. */
  book: Maybe<Book>;
  /** The book's title when the purchase was made. */
  title: Scalars['String']['output'];
  /** How many copies. */
  quantity: Scalars['Int']['output'];
  /** The price of one when the purchase was made. */
  unitPrice: Money;
  /** quantity × unitPrice. */
  total: Money;
};

/** A step that a purchase took. */
export type PurchaseEvent = {
  __typename?: 'PurchaseEvent';
  /** When, by the database's clock. */
  at: Scalars['DateTime']['output'];
  /** The status that it reached. */
  status: PurchaseStatus;
  /** What happened, for people; null where the status says it all. */
  note: Maybe<Scalars['String']['output']>;
};

/** A page of purchases. */
export type PurchaseConnection = {
  __typename?: 'PurchaseConnection';
  /** The purchases of this page with their cursors. */
  edges: Array<PurchaseEdge>;
  /** The purchases of this page. */
  nodes: Array<Purchase>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** How many purchases there are in the whole result; counted only when asked for. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** A purchase in a page. */
export type PurchaseEdge = {
  __typename?: 'PurchaseEdge';
  /** Opaque; good as `after`. */
  cursor: Scalars['String']['output'];
  /** The purchase. */
  node: Purchase;
};

/** How the buyer pays (simulated). */
export type PaymentMethod =
  /** A credit card. */
  | 'CREDIT_CARD'
  /** A debit card. */
  | 'DEBIT_CARD'
  /** A PayPal account. */
  | 'PAYPAL'
  /** A bank transfer. */
  | 'BANK_TRANSFER';

/** Where a payment stands. */
export type PaymentStatus =
  /** The provider has not answered yet; the store keeps asking. */
  | 'PENDING'
  /** The provider holds the money; the copies are being sold. */
  | 'AUTHORIZED'
  /** The money is taken. */
  | 'CAPTURED'
  /** The provider refused; nothing was taken. */
  | 'DECLINED'
  /** Called off before anything was taken. */
  | 'VOIDED'
  /** The money was given back. */
  | 'REFUNDED';

/** One attempt to pay a purchase. */
export type Payment = {
  __typename?: 'Payment';
  /** Opaque; the id under which the provider is asked. */
  id: Scalars['ID']['output'];
  /** How it is paid. */
  method: PaymentMethod;
  /** Where it stands. */
  status: PaymentStatus;
  /** What is charged: the purchase's total. */
  amount: Money;
  /** The provider's reason; null unless DECLINED. */
  declineReason: Maybe<Scalars['String']['output']>;
  /** When the buyer asked to pay. */
  createdAt: Scalars['DateTime']['output'];
  /** When the money was taken; null before. */
  capturedAt: Maybe<Scalars['DateTime']['output']>;
};

/** Where a delivery stands. */
export type DeliveryStatus =
  /** Chosen, not yet shipped. */
  | 'PENDING'
  /** On its way. */
  | 'SHIPPED'
  /** Arrived. */
  | 'DELIVERED'
  /** Its purchase was called off, or ran out unpaid. */
  | 'CANCELLED';

/** How and where a purchase is sent (simulated). */
export type Delivery = {
  __typename?: 'Delivery';
  /** Opaque. */
  id: Scalars['ID']['output'];
  /** Who carries it. */
  provider: DeliveryProvider;
  /** Where to. Its texts are empty where the buyer has deleted the account. */
  address: Address;
  /** What it costs; fixed when it was chosen. */
  cost: Money;
  /** Where it stands. */
  status: DeliveryStatus;
  /** Null until shipped. */
  trackingNumber: Maybe<Scalars['String']['output']>;
  /** Null until shipped. */
  shippedAt: Maybe<Scalars['DateTime']['output']>;
  /** Null until it arrived. */
  deliveredAt: Maybe<Scalars['DateTime']['output']>;
};

/** Where a delivery provider goes. */
export type CoverageArea =
  /** The store's own country alone. */
  | 'NATIONAL'
  /** Every country. */
  | 'INTERNATIONAL';

/**
 * There from the start: DHL (INTERNATIONAL, 50.00), FedEx (INTERNATIONAL, 45.00), Envia (NATIONAL, 20.00) and
 * Servientrega (NATIONAL, 15.00). The store's country is configuration; CO by default.
 */
export type DeliveryProvider = {
  __typename?: 'DeliveryProvider';
  /** Opaque. */
  id: Scalars['ID']['output'];
  /** The carrier's name. */
  name: Scalars['String']['output'];
  /** Where it goes. */
  coverage: CoverageArea;
  /** What one delivery costs. */
  cost: Money;
};

/** A postal address. */
export type Address = {
  __typename?: 'Address';
  /** Who receives it. */
  recipient: Scalars['String']['output'];
  /** Street and number, or what stands for them. */
  line1: Scalars['String']['output'];
  /** Flat, floor, building. */
  line2: Maybe<Scalars['String']['output']>;
  /** Town. */
  city: Scalars['String']['output'];
  /** Department, state or province. */
  region: Maybe<Scalars['String']['output']>;
  /** Postal code, where the country has them. */
  postalCode: Maybe<Scalars['String']['output']>;
  /** ISO 3166-1 alpha-2, in capitals. */
  country: Scalars['String']['output'];
};

/** A person with an account, who buys, sells, or both. */
export type User = {
  __typename?: 'User';
  /** Opaque; sorts by the time of registration. */
  id: Scalars['ID']['output'];
  /** What this user bought, newest first: to the user and to administrators; null to everyone else. */
  purchases: Maybe<PurchaseConnection>;
  /** What others bought from this user (nothing that was REJECTED), newest first: to the user and to administrators; null to everyone else. */
  sales: Maybe<PurchaseConnection>;
  /** What this user earned in each of the last months, this month last, months without sales too: to the user and to administrators; null to everyone else. */
  income: Maybe<Array<MonthlyIncome>>;
};


/** A person with an account, who buys, sells, or both. */
export type UserPurchasesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
  status: InputMaybe<PurchaseStatus>;
};


/** A person with an account, who buys, sells, or both. */
export type UserSalesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
  status: InputMaybe<PurchaseStatus>;
};


/** A person with an account, who buys, sells, or both. */
export type UserIncomeArgs = {
  months?: Scalars['Int']['input'];
};

/**
 * What a seller earned in a month. A sale counts in the month in which its money was taken, while it is PAID, SHIPPED or
 * DELIVERED: one that is cancelled and refunded counts no more.
 */
export type MonthlyIncome = {
  __typename?: 'MonthlyIncome';
  /** YYYY-MM, in UTC. */
  month: Scalars['String']['output'];
  /** How many purchases. */
  sales: Scalars['Int']['output'];
  /** Their subtotals together. What buyers paid for delivery is the carrier's, and does not count. */
  total: Money;
};

/** One seller's offer of one title: what is for sale, in which state, at which price, how many copies. */
export type Book = {
  __typename?: 'Book';
  /** Opaque; sorts by the time of publication. */
  id: Scalars['ID']['output'];
};

/** A postal address. */
export type AddressInput = {
  /** 1 to 200 characters. */
  recipient: Scalars['String']['input'];
  /** 1 to 200 characters. */
  line1: Scalars['String']['input'];
  /** At most 200 characters. */
  line2?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 100 characters. */
  city: Scalars['String']['input'];
  /** At most 100 characters. */
  region?: InputMaybe<Scalars['String']['input']>;
  /** At most 20 characters. */
  postalCode?: InputMaybe<Scalars['String']['input']>;
  /** ISO 3166-1 alpha-2. */
  country: Scalars['String']['input'];
};

/** How and where to send a purchase. */
export type DeliveryInput = {
  /** A deliveryProviders id. */
  providerId: Scalars['ID']['input'];
  /** Where to. */
  address: AddressInput;
};

/**
 * idempotencyKey: chosen by the client, one per intention (a UUID, say). The same key with the same input gives
 * the same purchase however often it is sent, at once or later; with other input, IDEMPOTENCY_KEY_REUSED.
 */
export type PurchaseBookInput = {
  /** Which book. */
  bookId: Scalars['ID']['input'];
  /** How many copies, 1 to 1,000. */
  quantity: Scalars['Int']['input'];
  /** What the buyer saw; when given and no longer true, nothing is reserved. */
  expectedUnitPrice?: InputMaybe<Scalars['Decimal']['input']>;
  /** Can also come later, by chooseDelivery, before the purchase is paid. */
  delivery?: InputMaybe<DeliveryInput>;
  /** 1 to 200 characters, one per intention. */
  idempotencyKey: Scalars['String']['input'];
};

/** A delivery for a purchase. */
export type ChooseDeliveryInput = {
  /** Which purchase. */
  purchaseId: Scalars['ID']['input'];
  /** How and where to. */
  delivery: DeliveryInput;
};

/**
 * The payment is simulated. paymentToken plays the card: "tok_approved" (and none at all) is approved,
 * "tok_declined" and "tok_insufficient_funds" are declined, "tok_timeout" answers after the store's patience and
 * is found out later, "tok_error_then_approved" fails once and then works.
 */
export type PayPurchaseInput = {
  /** Which purchase. */
  purchaseId: Scalars['ID']['input'];
  /** How it is paid. */
  method: PaymentMethod;
  /** What the payment provider knows the card by; an unknown one is declined. */
  paymentToken?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 200 characters, one per intention to pay: the same key never charges twice. */
  idempotencyKey: Scalars['String']['input'];
};

/** A purchase to be shipped. */
export type ShipPurchaseInput = {
  /** Which purchase. */
  purchaseId: Scalars['ID']['input'];
  /** 1 to 100 characters. Made up by the store where the seller gives none. */
  trackingNumber?: InputMaybe<Scalars['String']['input']>;
};

/** A purchase that arrived. */
export type ConfirmDeliveryInput = {
  /** Which purchase. */
  purchaseId: Scalars['ID']['input'];
};

/** A purchase to be called off. */
export type CancelPurchaseInput = {
  /** Which purchase. */
  purchaseId: Scalars['ID']['input'];
  /** For the history; at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** What purchaseBook answers. */
export type PurchaseBookPayload = {
  __typename?: 'PurchaseBookPayload';
  /** The purchase, AWAITING_PAYMENT at first; null when refused. */
  purchase: Maybe<Purchase>;
  /** QUANTITY_INVALID, IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED, PRICE_INVALID, ADDRESS_INVALID, NOT_COVERED, NOT_FOUND, BOOK_UNAVAILABLE, OWN_BOOK, PRICE_CHANGED, OUT_OF_STOCK, TOO_MANY_COPIES, TOO_MANY_RESERVATIONS; empty when it worked. */
  userErrors: Array<UserError>;
};

/** What chooseDelivery answers. */
export type ChooseDeliveryPayload = {
  __typename?: 'ChooseDeliveryPayload';
  /** The purchase with its delivery; null when refused. */
  purchase: Maybe<Purchase>;
  /** NOT_FOUND, ADDRESS_INVALID, NOT_COVERED, WRONG_STATUS, RESERVATION_EXPIRED; empty when it worked. */
  userErrors: Array<UserError>;
};

/** What payPurchase answers. */
export type PayPurchasePayload = {
  __typename?: 'PayPurchasePayload';
  /** The purchase; with payment PENDING while the provider has not answered. Null when refused, but for PAYMENT_DECLINED. */
  purchase: Maybe<Purchase>;
  /** NOT_FOUND, IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED, DELIVERY_NOT_CHOSEN, PAYMENT_DECLINED, WRONG_STATUS, RESERVATION_EXPIRED; empty when it worked. */
  userErrors: Array<UserError>;
};

/** What shipPurchase answers. */
export type ShipPurchasePayload = {
  __typename?: 'ShipPurchasePayload';
  /** The purchase, SHIPPED; null when refused. */
  purchase: Maybe<Purchase>;
  /** NOT_FOUND, TRACKING_NUMBER_INVALID, WRONG_STATUS; empty when it worked. */
  userErrors: Array<UserError>;
};

/** What confirmDelivery answers. */
export type ConfirmDeliveryPayload = {
  __typename?: 'ConfirmDeliveryPayload';
  /** The purchase, DELIVERED; null when refused. */
  purchase: Maybe<Purchase>;
  /** NOT_FOUND, WRONG_STATUS; empty when it worked. */
  userErrors: Array<UserError>;
};

/** What cancelPurchase answers. */
export type CancelPurchasePayload = {
  __typename?: 'CancelPurchasePayload';
  /** The purchase, CANCELLED; null when refused. */
  purchase: Maybe<Purchase>;
  /** NOT_FOUND, REASON_INVALID, WRONG_STATUS; empty when it worked. */
  userErrors: Array<UserError>;
};

/** What replayPurchaseDeadLetter answers. */
export type ReplayPurchaseDeadLetterPayload = {
  __typename?: 'ReplayPurchaseDeadLetterPayload';
  /** The event that is tried again; null when refused. */
  eventId: Maybe<Scalars['ID']['output']>;
  /** NOT_FOUND, also for what is no dead letter any more; empty when it worked. */
  userErrors: Array<UserError>;
};

/** How much of a user's purchases and sales is paid, or being paid, and not finished. */
export type UnfinishedPurchases = {
  __typename?: 'UnfinishedPurchases';
  /** Bought by the user: being paid, PAID or SHIPPED. */
  bought: Scalars['Int']['output'];
  /** Sold by the user: being paid or PAID. */
  sold: Scalars['Int']['output'];
};

/** Something that must never be. */
export type InvariantViolation = {
  __typename?: 'InvariantViolation';
  /** What it is about: the id of a book, purchase, payment, charge or event, or a stream and its subject. */
  subject: Scalars['String']['output'];
  /** What is in the databases, in words. */
  seen: Scalars['String']['output'];
  /** What should be there instead, in words. */
  expected: Scalars['String']['output'];
};

/** A rule that must hold in a sound store at any moment. */
export type Invariant = {
  __typename?: 'Invariant';
  /** Its stable name, e.g. "copies_add_up". */
  name: Scalars['String']['output'];
  /** What it says, in words. */
  about: Scalars['String']['output'];
  /** How many things it was held against. */
  checked: Scalars['Int']['output'];
  /** How many of them violate it: 0 in a sound store. */
  violated: Scalars['Int']['output'];
  /** The first twenty of these. */
  violations: Array<InvariantViolation>;
};

/** What the oracle (`npm run invariants`) found when it looked last whether stock, money and events agree. It looks by itself, every few minutes in most stores. */
export type InvariantsReport = {
  __typename?: 'InvariantsReport';
  /** When it had looked, by the database's clock. */
  checkedAt: Scalars['DateTime']['output'];
  /** How long it took. */
  durationMilliseconds: Scalars['Int']['output'];
  /** From then on the report tells no more how things are: the oracle should have looked twice since. */
  staleAt: Scalars['DateTime']['output'];
  /** Whether that is past. */
  isStale: Scalars['Boolean']['output'];
  /** Whether it could look, and every rule held. */
  isSound: Scalars['Boolean']['output'];
  /** Why it could not look; null when it could. */
  failure: Maybe<Scalars['String']['output']>;
  /** Each rule; empty when it could not look. */
  invariants: Array<Invariant>;
};

export type Query = {
  __typename?: 'Query';
  /** One purchase. To its buyer, its seller and administrators; null to everyone else, as if it were not there. */
  purchase: Maybe<Purchase>;
  /** All purchases, newest first. Administrators alone: FORBIDDEN to others. */
  purchases: Maybe<PurchaseConnection>;
  /** Who can carry a purchase, cheapest first. Anyone. */
  deliveryProviders: Maybe<Array<DeliveryProvider>>;
  /** All that purchase holds on the caller, kind by kind: purchases, payments and deliveries; and sales, without who bought. UNAUTHENTICATED without a valid token. */
  purchasePersonalRecords: Maybe<PersonalRecordConnection>;
  /** The dead letters of purchase: events that interrupted purchases are finished by, and that could not be applied; the earliest first. Administrators alone: FORBIDDEN to others. */
  purchaseDeadLetters: Maybe<DeadLetterConnection>;
  /** What keeps a user's account from being deleted. For auth alone. */
  unfinishedPurchases: UnfinishedPurchases;
  /** What the oracle found last; null where it has not looked yet. Administrators alone: FORBIDDEN to others. */
  invariantsReport: Maybe<InvariantsReport>;
};


export type QueryPurchaseArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPurchasesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
  status: InputMaybe<PurchaseStatus>;
  buyerId: InputMaybe<Scalars['ID']['input']>;
  sellerId: InputMaybe<Scalars['ID']['input']>;
};


export type QueryDeliveryProvidersArgs = {
  country: InputMaybe<Scalars['String']['input']>;
};


export type QueryPurchasePersonalRecordsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};


export type QueryPurchaseDeadLettersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};


export type QueryUnfinishedPurchasesArgs = {
  userId: Scalars['ID']['input'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Reserves the copies for the caller, who may have so many unpaid purchases, and of one book so many unpaid copies, at a time alone. UNAUTHENTICATED without a valid token. */
  purchaseBook: Maybe<PurchaseBookPayload>;
  /** Sets how and where a purchase is sent. The buyer, while the purchase awaits payment. */
  chooseDelivery: Maybe<ChooseDeliveryPayload>;
  /** Pays a purchase. The buyer. Charges total, never an amount that the client names. */
  payPurchase: Maybe<PayPurchasePayload>;
  /** Sends a purchase. The seller, once it is paid. */
  shipPurchase: Maybe<ShipPurchasePayload>;
  /** Says that a purchase arrived. The buyer, once it is shipped. */
  confirmDelivery: Maybe<ConfirmDeliveryPayload>;
  /** Calls a purchase off. The buyer or the seller, until it is shipped. Gives the copies back; a paid one is refunded. */
  cancelPurchase: Maybe<CancelPurchasePayload>;
  /** Has a dead letter of purchase tried again within moments, after its cause was mended. Administrators alone: FORBIDDEN to others. */
  replayPurchaseDeadLetter: Maybe<ReplayPurchaseDeadLetterPayload>;
};


export type MutationPurchaseBookArgs = {
  input: PurchaseBookInput;
};


export type MutationChooseDeliveryArgs = {
  input: ChooseDeliveryInput;
};


export type MutationPayPurchaseArgs = {
  input: PayPurchaseInput;
};


export type MutationShipPurchaseArgs = {
  input: ShipPurchaseInput;
};


export type MutationConfirmDeliveryArgs = {
  input: ConfirmDeliveryInput;
};


export type MutationCancelPurchaseArgs = {
  input: CancelPurchaseInput;
};


export type MutationReplayPurchaseDeadLetterArgs = {
  input: ReplayDeadLetterInput;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Purchase: Purchase;
  DeliveryProvider: DeliveryProvider;
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Purchase:
    ( { __typename: 'Purchase' }
    & GraphQLRecursivePick<FederationTypes['Purchase'], {"id":true}> );
  DeliveryProvider:
    ( { __typename: 'DeliveryProvider' }
    & GraphQLRecursivePick<FederationTypes['DeliveryProvider'], {"id":true}> );
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError: ( PurchaseUserError );
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Money: ResolverTypeWrapper<Money>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  DeadLetter: ResolverTypeWrapper<DeadLetterEntity>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  DeadLetterConnection: ResolverTypeWrapper<Connection<DeadLetterEntity>>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  DeadLetterEdge: ResolverTypeWrapper<Edge<DeadLetterEntity>>;
  PersonalRecord: ResolverTypeWrapper<PersonalRecordEntity>;
  PersonalRecordConnection: ResolverTypeWrapper<Connection<PersonalRecordEntity>>;
  PersonalRecordEdge: ResolverTypeWrapper<Edge<PersonalRecordEntity>>;
  ReplayDeadLetterInput: ReplayDeadLetterInput;
  UserErrorCode: UserErrorCode;
  PurchaseUserError: ResolverTypeWrapper<PurchaseUserError>;
  PurchaseStatus: PurchaseStatus;
  Purchase: ResolverTypeWrapper<ShownPurchase>;
  PurchaseLine: ResolverTypeWrapper<ShownLine>;
  PurchaseEvent: ResolverTypeWrapper<ShownPurchaseEvent>;
  PurchaseConnection: ResolverTypeWrapper<Connection<ShownPurchase>>;
  PurchaseEdge: ResolverTypeWrapper<Edge<ShownPurchase>>;
  PaymentMethod: PaymentMethod;
  PaymentStatus: PaymentStatus;
  Payment: ResolverTypeWrapper<ShownPayment>;
  DeliveryStatus: DeliveryStatus;
  Delivery: ResolverTypeWrapper<ShownDelivery>;
  CoverageArea: CoverageArea;
  DeliveryProvider: ResolverTypeWrapper<ShownProvider>;
  Address: ResolverTypeWrapper<ShownDelivery>;
  User: ResolverTypeWrapper<Omit<User, 'purchases' | 'sales' | 'income'> & { purchases?: Maybe<ResolversTypes['PurchaseConnection']>, sales?: Maybe<ResolversTypes['PurchaseConnection']>, income?: Maybe<Array<ResolversTypes['MonthlyIncome']>> }>;
  MonthlyIncome: ResolverTypeWrapper<MonthlyIncomeEntity>;
  Book: ResolverTypeWrapper<Book>;
  AddressInput: AddressInput;
  DeliveryInput: DeliveryInput;
  PurchaseBookInput: PurchaseBookInput;
  ChooseDeliveryInput: ChooseDeliveryInput;
  PayPurchaseInput: PayPurchaseInput;
  ShipPurchaseInput: ShipPurchaseInput;
  ConfirmDeliveryInput: ConfirmDeliveryInput;
  CancelPurchaseInput: CancelPurchaseInput;
  PurchaseBookPayload: ResolverTypeWrapper<Omit<PurchaseBookPayload, 'purchase' | 'userErrors'> & { purchase?: Maybe<ResolversTypes['Purchase']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ChooseDeliveryPayload: ResolverTypeWrapper<Omit<ChooseDeliveryPayload, 'purchase' | 'userErrors'> & { purchase?: Maybe<ResolversTypes['Purchase']>, userErrors: Array<ResolversTypes['UserError']> }>;
  PayPurchasePayload: ResolverTypeWrapper<Omit<PayPurchasePayload, 'purchase' | 'userErrors'> & { purchase?: Maybe<ResolversTypes['Purchase']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ShipPurchasePayload: ResolverTypeWrapper<Omit<ShipPurchasePayload, 'purchase' | 'userErrors'> & { purchase?: Maybe<ResolversTypes['Purchase']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ConfirmDeliveryPayload: ResolverTypeWrapper<Omit<ConfirmDeliveryPayload, 'purchase' | 'userErrors'> & { purchase?: Maybe<ResolversTypes['Purchase']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CancelPurchasePayload: ResolverTypeWrapper<Omit<CancelPurchasePayload, 'purchase' | 'userErrors'> & { purchase?: Maybe<ResolversTypes['Purchase']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ReplayPurchaseDeadLetterPayload: ResolverTypeWrapper<Omit<ReplayPurchaseDeadLetterPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  UnfinishedPurchases: ResolverTypeWrapper<UnfinishedPurchases>;
  InvariantViolation: ResolverTypeWrapper<InvariantViolation>;
  Invariant: ResolverTypeWrapper<Invariant>;
  InvariantsReport: ResolverTypeWrapper<InvariantsReportEntity>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  JSON: Scalars['JSON']['output'];
  Money: Money;
  String: Scalars['String']['output'];
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  DeadLetter: DeadLetterEntity;
  ID: Scalars['ID']['output'];
  DeadLetterConnection: Connection<DeadLetterEntity>;
  Int: Scalars['Int']['output'];
  DeadLetterEdge: Edge<DeadLetterEntity>;
  PersonalRecord: PersonalRecordEntity;
  PersonalRecordConnection: Connection<PersonalRecordEntity>;
  PersonalRecordEdge: Edge<PersonalRecordEntity>;
  ReplayDeadLetterInput: ReplayDeadLetterInput;
  PurchaseUserError: PurchaseUserError;
  Purchase: ShownPurchase;
  PurchaseLine: ShownLine;
  PurchaseEvent: ShownPurchaseEvent;
  PurchaseConnection: Connection<ShownPurchase>;
  PurchaseEdge: Edge<ShownPurchase>;
  Payment: ShownPayment;
  Delivery: ShownDelivery;
  DeliveryProvider: ShownProvider;
  Address: ShownDelivery;
  User: Omit<User, 'purchases' | 'sales' | 'income'> & { purchases?: Maybe<ResolversParentTypes['PurchaseConnection']>, sales?: Maybe<ResolversParentTypes['PurchaseConnection']>, income?: Maybe<Array<ResolversParentTypes['MonthlyIncome']>> } | FederationReferenceTypes['User'];
  MonthlyIncome: MonthlyIncomeEntity;
  Book: Book;
  AddressInput: AddressInput;
  DeliveryInput: DeliveryInput;
  PurchaseBookInput: PurchaseBookInput;
  ChooseDeliveryInput: ChooseDeliveryInput;
  PayPurchaseInput: PayPurchaseInput;
  ShipPurchaseInput: ShipPurchaseInput;
  ConfirmDeliveryInput: ConfirmDeliveryInput;
  CancelPurchaseInput: CancelPurchaseInput;
  PurchaseBookPayload: Omit<PurchaseBookPayload, 'purchase' | 'userErrors'> & { purchase?: Maybe<ResolversParentTypes['Purchase']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ChooseDeliveryPayload: Omit<ChooseDeliveryPayload, 'purchase' | 'userErrors'> & { purchase?: Maybe<ResolversParentTypes['Purchase']>, userErrors: Array<ResolversParentTypes['UserError']> };
  PayPurchasePayload: Omit<PayPurchasePayload, 'purchase' | 'userErrors'> & { purchase?: Maybe<ResolversParentTypes['Purchase']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ShipPurchasePayload: Omit<ShipPurchasePayload, 'purchase' | 'userErrors'> & { purchase?: Maybe<ResolversParentTypes['Purchase']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ConfirmDeliveryPayload: Omit<ConfirmDeliveryPayload, 'purchase' | 'userErrors'> & { purchase?: Maybe<ResolversParentTypes['Purchase']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CancelPurchasePayload: Omit<CancelPurchasePayload, 'purchase' | 'userErrors'> & { purchase?: Maybe<ResolversParentTypes['Purchase']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ReplayPurchaseDeadLetterPayload: Omit<ReplayPurchaseDeadLetterPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  UnfinishedPurchases: UnfinishedPurchases;
  InvariantViolation: InvariantViolation;
  Invariant: Invariant;
  InvariantsReport: InvariantsReportEntity;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currencyCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'PurchaseUserError', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DeadLetterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadLetter'] = ResolversParentTypes['DeadLetter']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  stream?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  diedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  failure?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeadLetterConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadLetterConnection'] = ResolversParentTypes['DeadLetterConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DeadLetterEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['DeadLetter']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type DeadLetterEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadLetterEdge'] = ResolversParentTypes['DeadLetterEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DeadLetter'], ParentType, ContextType>;
};

export type PersonalRecordResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonalRecord'] = ResolversParentTypes['PersonalRecord']> = {
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  content?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type PersonalRecordConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonalRecordConnection'] = ResolversParentTypes['PersonalRecordConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PersonalRecordEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['PersonalRecord']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PersonalRecordEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PersonalRecordEdge'] = ResolversParentTypes['PersonalRecordEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PersonalRecord'], ParentType, ContextType>;
};

export type PurchaseUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseUserError'] = ResolversParentTypes['PurchaseUserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PurchaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Purchase'] = ResolversParentTypes['Purchase'], FederationReferenceType extends FederationReferenceTypes['Purchase'] = FederationReferenceTypes['Purchase']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Purchase']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  buyer?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  seller?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PurchaseStatus'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['PurchaseLine']>, ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  deliveryCost?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['Payment']>, ParentType, ContextType>;
  delivery?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType>;
  reservedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['PurchaseEvent']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type PurchaseLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseLine'] = ResolversParentTypes['PurchaseLine']> = {
  book?: Resolver<Maybe<ResolversTypes['Book']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type PurchaseEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseEvent'] = ResolversParentTypes['PurchaseEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PurchaseStatus'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PurchaseConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseConnection'] = ResolversParentTypes['PurchaseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PurchaseEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Purchase']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PurchaseEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseEdge'] = ResolversParentTypes['PurchaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Purchase'], ParentType, ContextType>;
};

export type PaymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Payment'] = ResolversParentTypes['Payment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['PaymentMethod'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PaymentStatus'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  declineReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  capturedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type DeliveryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Delivery'] = ResolversParentTypes['Delivery']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['DeliveryProvider'], ParentType, ContextType>;
  address?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  cost?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DeliveryStatus'], ParentType, ContextType>;
  trackingNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shippedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type DeliveryProviderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeliveryProvider'] = ResolversParentTypes['DeliveryProvider'], FederationReferenceType extends FederationReferenceTypes['DeliveryProvider'] = FederationReferenceTypes['DeliveryProvider']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['DeliveryProvider']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['CoverageArea'], ParentType, ContextType>;
  cost?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type AddressResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  recipient?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line1?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line2?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  purchases?: Resolver<Maybe<ResolversTypes['PurchaseConnection']>, ParentType, ContextType, RequireFields<UserPurchasesArgs, 'first'>>;
  sales?: Resolver<Maybe<ResolversTypes['PurchaseConnection']>, ParentType, ContextType, RequireFields<UserSalesArgs, 'first'>>;
  income?: Resolver<Maybe<Array<ResolversTypes['MonthlyIncome']>>, ParentType, ContextType, RequireFields<UserIncomeArgs, 'months'>>;
};

export type MonthlyIncomeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MonthlyIncome'] = ResolversParentTypes['MonthlyIncome']> = {
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sales?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type BookResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Book'] = ResolversParentTypes['Book']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PurchaseBookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseBookPayload'] = ResolversParentTypes['PurchaseBookPayload']> = {
  purchase?: Resolver<Maybe<ResolversTypes['Purchase']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ChooseDeliveryPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChooseDeliveryPayload'] = ResolversParentTypes['ChooseDeliveryPayload']> = {
  purchase?: Resolver<Maybe<ResolversTypes['Purchase']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PayPurchasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PayPurchasePayload'] = ResolversParentTypes['PayPurchasePayload']> = {
  purchase?: Resolver<Maybe<ResolversTypes['Purchase']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ShipPurchasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ShipPurchasePayload'] = ResolversParentTypes['ShipPurchasePayload']> = {
  purchase?: Resolver<Maybe<ResolversTypes['Purchase']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConfirmDeliveryPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmDeliveryPayload'] = ResolversParentTypes['ConfirmDeliveryPayload']> = {
  purchase?: Resolver<Maybe<ResolversTypes['Purchase']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CancelPurchasePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelPurchasePayload'] = ResolversParentTypes['CancelPurchasePayload']> = {
  purchase?: Resolver<Maybe<ResolversTypes['Purchase']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReplayPurchaseDeadLetterPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplayPurchaseDeadLetterPayload'] = ResolversParentTypes['ReplayPurchaseDeadLetterPayload']> = {
  eventId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UnfinishedPurchasesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnfinishedPurchases'] = ResolversParentTypes['UnfinishedPurchases']> = {
  bought?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sold?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InvariantViolationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvariantViolation'] = ResolversParentTypes['InvariantViolation']> = {
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seen?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InvariantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Invariant'] = ResolversParentTypes['Invariant']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  about?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  checked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  violated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  violations?: Resolver<Array<ResolversTypes['InvariantViolation']>, ParentType, ContextType>;
};

export type InvariantsReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvariantsReport'] = ResolversParentTypes['InvariantsReport']> = {
  checkedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  durationMilliseconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  staleAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  isStale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isSound?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  invariants?: Resolver<Array<ResolversTypes['Invariant']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  purchase?: Resolver<Maybe<ResolversTypes['Purchase']>, ParentType, ContextType, RequireFields<QueryPurchaseArgs, 'id'>>;
  purchases?: Resolver<Maybe<ResolversTypes['PurchaseConnection']>, ParentType, ContextType, RequireFields<QueryPurchasesArgs, 'first'>>;
  deliveryProviders?: Resolver<Maybe<Array<ResolversTypes['DeliveryProvider']>>, ParentType, ContextType, Partial<QueryDeliveryProvidersArgs>>;
  purchasePersonalRecords?: Resolver<Maybe<ResolversTypes['PersonalRecordConnection']>, ParentType, ContextType, RequireFields<QueryPurchasePersonalRecordsArgs, 'first'>>;
  purchaseDeadLetters?: Resolver<Maybe<ResolversTypes['DeadLetterConnection']>, ParentType, ContextType, RequireFields<QueryPurchaseDeadLettersArgs, 'first'>>;
  unfinishedPurchases?: Resolver<ResolversTypes['UnfinishedPurchases'], ParentType, ContextType, RequireFields<QueryUnfinishedPurchasesArgs, 'userId'>>;
  invariantsReport?: Resolver<Maybe<ResolversTypes['InvariantsReport']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  purchaseBook?: Resolver<Maybe<ResolversTypes['PurchaseBookPayload']>, ParentType, ContextType, RequireFields<MutationPurchaseBookArgs, 'input'>>;
  chooseDelivery?: Resolver<Maybe<ResolversTypes['ChooseDeliveryPayload']>, ParentType, ContextType, RequireFields<MutationChooseDeliveryArgs, 'input'>>;
  payPurchase?: Resolver<Maybe<ResolversTypes['PayPurchasePayload']>, ParentType, ContextType, RequireFields<MutationPayPurchaseArgs, 'input'>>;
  shipPurchase?: Resolver<Maybe<ResolversTypes['ShipPurchasePayload']>, ParentType, ContextType, RequireFields<MutationShipPurchaseArgs, 'input'>>;
  confirmDelivery?: Resolver<Maybe<ResolversTypes['ConfirmDeliveryPayload']>, ParentType, ContextType, RequireFields<MutationConfirmDeliveryArgs, 'input'>>;
  cancelPurchase?: Resolver<Maybe<ResolversTypes['CancelPurchasePayload']>, ParentType, ContextType, RequireFields<MutationCancelPurchaseArgs, 'input'>>;
  replayPurchaseDeadLetter?: Resolver<Maybe<ResolversTypes['ReplayPurchaseDeadLetterPayload']>, ParentType, ContextType, RequireFields<MutationReplayPurchaseDeadLetterArgs, 'input'>>;
};

export type Resolvers<ContextType = Context> = {
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  DeadLetter?: DeadLetterResolvers<ContextType>;
  DeadLetterConnection?: DeadLetterConnectionResolvers<ContextType>;
  DeadLetterEdge?: DeadLetterEdgeResolvers<ContextType>;
  PersonalRecord?: PersonalRecordResolvers<ContextType>;
  PersonalRecordConnection?: PersonalRecordConnectionResolvers<ContextType>;
  PersonalRecordEdge?: PersonalRecordEdgeResolvers<ContextType>;
  PurchaseUserError?: PurchaseUserErrorResolvers<ContextType>;
  Purchase?: PurchaseResolvers<ContextType>;
  PurchaseLine?: PurchaseLineResolvers<ContextType>;
  PurchaseEvent?: PurchaseEventResolvers<ContextType>;
  PurchaseConnection?: PurchaseConnectionResolvers<ContextType>;
  PurchaseEdge?: PurchaseEdgeResolvers<ContextType>;
  Payment?: PaymentResolvers<ContextType>;
  Delivery?: DeliveryResolvers<ContextType>;
  DeliveryProvider?: DeliveryProviderResolvers<ContextType>;
  Address?: AddressResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  MonthlyIncome?: MonthlyIncomeResolvers<ContextType>;
  Book?: BookResolvers<ContextType>;
  PurchaseBookPayload?: PurchaseBookPayloadResolvers<ContextType>;
  ChooseDeliveryPayload?: ChooseDeliveryPayloadResolvers<ContextType>;
  PayPurchasePayload?: PayPurchasePayloadResolvers<ContextType>;
  ShipPurchasePayload?: ShipPurchasePayloadResolvers<ContextType>;
  ConfirmDeliveryPayload?: ConfirmDeliveryPayloadResolvers<ContextType>;
  CancelPurchasePayload?: CancelPurchasePayloadResolvers<ContextType>;
  ReplayPurchaseDeadLetterPayload?: ReplayPurchaseDeadLetterPayloadResolvers<ContextType>;
  UnfinishedPurchases?: UnfinishedPurchasesResolvers<ContextType>;
  InvariantViolation?: InvariantViolationResolvers<ContextType>;
  Invariant?: InvariantResolvers<ContextType>;
  InvariantsReport?: InvariantsReportResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
};

