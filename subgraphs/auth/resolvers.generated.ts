// Made by `npm run schema` from the SDL. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { DeadLetter as DeadLetterEntity } from '../../runtime/events/dead-letters.ts';
import type { Connection, Edge } from '../../runtime/page.ts';
import type { PersonalRecord as PersonalRecordEntity } from '../../runtime/personal-records/list-records.ts';
import type { ShownUser } from './user.ts';
import type { Session as SessionEntity } from './session.ts';
import type { Notification as NotificationEntity } from './notification.ts';
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
  /** A name is empty, longer than 100 characters, or holds control characters. */
  | 'NAME_INVALID'
  /** An e-mail address is malformed or longer than 254 characters. */
  | 'EMAIL_INVALID'
  /** Another account has that e-mail address. register tells it only where accounts are not made by mail (REGISTRATION_BY_MAIL), and one network so often an hour alone (GUESSES_PER_NETWORK). */
  | 'EMAIL_TAKEN'
  /** A password is shorter than 8 or longer than 128 characters, is among the most common ones or (LEAKED_PASSWORDS_URL) leaked elsewhere, is made of words of the store's trade or its host's name alone, or holds the e-mail address or the part before its @. */
  | 'PASSWORD_TOO_WEAK'
  /** Wrong e-mail or wrong password: which of the two is never told, in words, status or time. */
  | 'CREDENTIALS_INVALID'
  /** Too many wrong passwords for this e-mail address, too many wrong codes for this account, or too many guesses or new accounts from one network; the message says when to try again. Who signs in from where the owner did before does not wait for what strangers guessed elsewhere. */
  | 'TOO_MANY_ATTEMPTS'
  /** The password is right, and the account has a second factor: log in with a code of it too (oneTimeCode). */
  | 'SECOND_FACTOR_REQUIRED'
  /** The account has a second factor already: it is removed before there is another one. */
  | 'SECOND_FACTOR_ON'
  /** A code of a second factor is wrong, is of another time, or was used before: which of these is never told. */
  | 'ONE_TIME_CODE_INVALID'
  /** The refresh token is unknown, has ended, or was used before (which ends its session). */
  | 'REFRESH_TOKEN_INVALID'
  /** A token from a mail is unknown, has ended or was used before: which of these is never told. */
  | 'TOKEN_INVALID'
  /** The caller has paid, or is paying, for something that has not arrived yet; the message says what to do. */
  | 'PURCHASES_UNFINISHED'
  /** Others have paid, or are paying, the caller for something that was not sent yet; the message says what to do. */
  | 'SALES_UNFINISHED'
  /** The store would have nobody to administrate it. */
  | 'LAST_ADMINISTRATOR'
  /** It is the caller's own account, for which there is another mutation; the message names it. */
  | 'OWN_ACCOUNT'
  /** No such thing, or none that the caller may know of: the two are told apart nowhere. */
  | 'NOT_FOUND';

/** A refusal by auth. */
export type AuthUserError = UserError & {
  __typename?: 'AuthUserError';
  /** What is wrong, for programs: stable for ever. */
  code: UserErrorCode;
  /** What is wrong and what to do, for people, in English. */
  message: Scalars['String']['output'];
  /** The path in the input that it is about; null when it is about no single one. */
  field: Maybe<Array<Scalars['String']['output']>>;
};

/** What an account may do beyond its own things. */
export type Role =
  /** Buys and sells. */
  | 'CUSTOMER'
  /** Also sees every account and purchase, and may edit or remove any book. */
  | 'ADMIN';

/** A person with an account, who buys, sells, or both. */
export type User = {
  __typename?: 'User';
  /** Opaque; sorts by the time of registration. */
  id: Scalars['ID']['output'];
  /** The name shown to others. Anyone may read it. */
  name: Scalars['String']['output'];
  /** Told to the user and to administrators alone; null to everyone else. */
  email: Maybe<Scalars['String']['output']>;
  /** When the user proved, by a link in a mail, to read what goes to `email`; null until then, and again after a change of address. Told to the user and to administrators alone; null to everyone else. */
  emailVerifiedAt: Maybe<Scalars['DateTime']['output']>;
  /** Told to the user and to administrators alone; null to everyone else. */
  role: Maybe<Role>;
  /** Whether login asks the user for a second factor. Told to the user and to administrators alone; null to everyone else. */
  secondFactor: Maybe<SecondFactor>;
  /** When the account was registered. Anyone may read it. */
  createdAt: Scalars['DateTime']['output'];
  /** What the user is to know of purchases and sales, newest first, moments after it happened. To the user and to administrators alone; null to everyone else. */
  notifications: Maybe<NotificationConnection>;
};


/** A person with an account, who buys, sells, or both. */
export type UserNotificationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};

/**
 * A second factor at the login: codes of six digits that an app on a device of the user's makes of a secret and the time (TOTP,
 * RFC 6238: SHA-1, 30 s). The clocks may differ by one step; each code is accepted once.
 */
export type SecondFactor = {
  __typename?: 'SecondFactor';
  /** Whether login asks for it. */
  isOn: Scalars['Boolean']['output'];
  /** Since when; null while it is not on. */
  since: Maybe<Scalars['DateTime']['output']>;
  /** Whether the account may do what its role allows with it alone (ADMINISTRATORS_NEED_SECOND_FACTOR). */
  isNeeded: Scalars['Boolean']['output'];
};

/** What happened to a purchase. */
export type NotificationReason =
  /** To the seller: it was paid, and is to be sent off. */
  | 'PURCHASE_PAID'
  /** To the buyer: it was sent off. */
  | 'PURCHASE_SHIPPED'
  /** To the seller: it arrived, or counts as arrived. */
  | 'PURCHASE_DELIVERED'
  /** To both sides: it was called off; copies and money go back. */
  | 'PURCHASE_CANCELLED'
  /** To the buyer: it was not paid in time. */
  | 'PURCHASE_EXPIRED';

/** Something that a user is to know; one for each reason and purchase. */
export type Notification = {
  __typename?: 'Notification';
  /** Opaque; sorts by time. */
  id: Scalars['ID']['output'];
  /** What happened. */
  reason: NotificationReason;
  /** The purchase that it is about; null while purchases cannot be reached. */
  purchase: Maybe<Purchase>;
  /** When it was written down. */
  createdAt: Scalars['DateTime']['output'];
  /** When readNotifications marked it; null until then. */
  readAt: Maybe<Scalars['DateTime']['output']>;
};

/** A page of notifications. */
export type NotificationConnection = {
  __typename?: 'NotificationConnection';
  /** The notifications of this page with their cursors. */
  edges: Array<NotificationEdge>;
  /** The notifications of this page. */
  nodes: Array<Notification>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** A notification in a page. */
export type NotificationEdge = {
  __typename?: 'NotificationEdge';
  /** Opaque; good as `after`. */
  cursor: Scalars['String']['output'];
  /** The notification. */
  node: Notification;
};

/** One buyer's order to one seller. Title and prices are those of the moment it was made, for ever. Seen by its buyer, its seller and administrators alone. */
export type Purchase = {
  __typename?: 'Purchase';
  /** Opaque; sorts by the time it was made. */
  id: Scalars['ID']['output'];
};

/** A page of users. */
export type UserConnection = {
  __typename?: 'UserConnection';
  /** The users of this page with their cursors. */
  edges: Array<UserEdge>;
  /** The users of this page. */
  nodes: Array<User>;
  /** Where this page lies. */
  pageInfo: PageInfo;
  /** How many users there are in the whole result; counted only when asked for. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** A user in a page. */
export type UserEdge = {
  __typename?: 'UserEdge';
  /** Opaque; good as `after`. */
  cursor: Scalars['String']['output'];
  /** The user. */
  node: User;
};

/**
 * accessToken goes in `Authorization: Bearer …`; it is a JWT of minutes, signed with a key that only auth holds.
 * refreshToken is opaque, good for days and for one use; using one twice ends its session.
 *
 * A browser does not keep refresh tokens where its page could read them: where login, register, refreshTokens and logout come
 * with the header `x-session: cookie`, the refresh token goes to and fro in the cookie `__Host-refresh-token` (HttpOnly, Secure,
 * SameSite=Strict), which browsers take over HTTPS and from localhost alone. Without the header the cookie counts for nothing.
 */
export type Tokens = {
  __typename?: 'Tokens';
  /** The JWT (ES256) that every subgraph verifies by auth's public keys. */
  accessToken: Scalars['String']['output'];
  /** From then on the access token is refused; ask refreshTokens for a new one before. */
  accessTokenExpiresAt: Scalars['DateTime']['output'];
  /** For refreshTokens, once. Auth keeps its hash alone, so that it cannot be shown again. Empty where it is in the cookie. */
  refreshToken: Scalars['String']['output'];
  /** From then on the session has ended and the user logs in again. */
  refreshTokenExpiresAt: Scalars['DateTime']['output'];
};

/** One sign-in on one device, kept alive by refresh tokens. */
export type Session = {
  __typename?: 'Session';
  /** Opaque; sorts by the time of sign-in. */
  id: Scalars['ID']['output'];
  /** When the user signed in. */
  createdAt: Scalars['DateTime']['output'];
  /** When tokens were last given out for it. */
  lastUsedAt: Scalars['DateTime']['output'];
  /** The User-Agent header of the sign-in; null where there was none. */
  userAgent: Maybe<Scalars['String']['output']>;
  /** Whether it is the session that asks. */
  current: Scalars['Boolean']['output'];
};

/** A session that ended early: tokens that name it are refused. */
export type RevokedSession = {
  __typename?: 'RevokedSession';
  /** The session's id: the `sid` claim of its access tokens. The nil UUID: every session that began before. */
  sessionId: Scalars['ID']['output'];
  /** When it ended, by the database's clock. */
  revokedAt: Scalars['DateTime']['output'];
};

/** A new account. */
export type RegisterInput = {
  /** 1 to 100 characters after trimming. */
  name: Scalars['String']['input'];
  /** An e-mail address of at most 254 characters; upper and lower case are the same. */
  email: Scalars['String']['input'];
  /** 8 to 128 characters, not a common password, without the e-mail address in it. */
  password: Scalars['String']['input'];
};

/** A sign-in. */
export type LoginInput = {
  /** The account's e-mail address; upper and lower case are the same. */
  email: Scalars['String']['input'];
  /** The account's password. */
  password: Scalars['String']['input'];
  /** Where the account has a second factor: the code that the app shows, or a recovery code. Looked at once the password is right. */
  oneTimeCode?: InputMaybe<Scalars['String']['input']>;
};

/** A refresh token to be changed for new tokens. */
export type RefreshTokensInput = {
  /** The newest refresh token of the session. Left out where it is in the cookie: with neither of them, or with both, BAD_USER_INPUT. */
  refreshToken?: InputMaybe<Scalars['String']['input']>;
};

/** What logout ends. */
export type LogoutInput = {
  /** End every session of the caller, not this one alone. */
  everywhere?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A session to be ended. */
export type RevokeSessionInput = {
  /** Which session of the caller's. */
  sessionId: Scalars['ID']['input'];
};

/** What changes in the caller's profile; what is left out stays. */
export type UpdateProfileInput = {
  /** 1 to 100 characters after trimming. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** An e-mail address that no other account has. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** The password that holds now. Needed for another e-mail address where the store asks for it (EMAIL_CHANGE_NEEDS_PASSWORD). Where it is given it has to be right; a wrong one counts as a guess. */
  currentPassword?: InputMaybe<Scalars['String']['input']>;
};

/** A new password, proved by the old one. */
export type ChangePasswordInput = {
  /** The password that holds now. */
  currentPassword: Scalars['String']['input'];
  /** 8 to 128 characters, not a common password, without the e-mail address in it. */
  newPassword: Scalars['String']['input'];
};

/** Whose password is forgotten. */
export type RequestPasswordResetInput = {
  /** The e-mail address of the account. */
  email: Scalars['String']['input'];
};

/** A password in place of a forgotten one. */
export type ResetPasswordInput = {
  /** From the link in the mail; good for an hour and for one use. */
  token: Scalars['String']['input'];
  /** 8 to 128 characters, not a common password, without the e-mail address in it. */
  newPassword: Scalars['String']['input'];
};

/** A proof that somebody reads an account's mail. */
export type VerifyEmailInput = {
  /** From the link in the mail; good for one use, for three days as long as the account has that address, and for a day where it makes the account. */
  token: Scalars['String']['input'];
};

/** A second factor to be set up. */
export type BeginSecondFactorInput = {
  /** The password that holds now. */
  currentPassword: Scalars['String']['input'];
};

/** A proof that the app has the secret. */
export type ConfirmSecondFactorInput = {
  /** The code that the app shows. */
  oneTimeCode: Scalars['String']['input'];
};

/** The end of a second factor. */
export type RemoveSecondFactorInput = {
  /** The password that holds now. */
  currentPassword: Scalars['String']['input'];
  /** The code that the app shows, or a recovery code. */
  oneTimeCode: Scalars['String']['input'];
};

/** The end of the caller's account. */
export type DeleteAccountInput = {
  /** The account's password. */
  password: Scalars['String']['input'];
};

/** A role for a user. */
export type SetUserRoleInput = {
  /** Whose role. */
  userId: Scalars['ID']['input'];
  /** The role from now on. */
  role: Role;
};

/** Whose sessions are to be ended. */
export type RevokeUserSessionsInput = {
  /** Which user's. */
  userId: Scalars['ID']['input'];
};

/** Whose second factor is to be turned off. */
export type RemoveUserSecondFactorInput = {
  /** Which user's; not the caller's own. */
  userId: Scalars['ID']['input'];
};

/** What register answers. */
export type RegisterPayload = {
  __typename?: 'RegisterPayload';
  /** The new account; null when refused, and where accounts are made by mail. */
  user: Maybe<User>;
  /** The tokens of its first session; null when refused, and where accounts are made by mail: its owner logs in after verifyEmail. */
  tokens: Maybe<Tokens>;
  /** NAME_INVALID, EMAIL_INVALID, EMAIL_TAKEN, PASSWORD_TOO_WEAK, TOO_MANY_ATTEMPTS; empty when it worked, or when a mail is on its way. */
  userErrors: Array<UserError>;
};

/** What login answers. */
export type LoginPayload = {
  __typename?: 'LoginPayload';
  /** The account; null when refused. */
  user: Maybe<User>;
  /** The tokens of the new session; null when refused. */
  tokens: Maybe<Tokens>;
  /** CREDENTIALS_INVALID, TOO_MANY_ATTEMPTS; and where the account has a second factor, once the password is right: SECOND_FACTOR_REQUIRED, ONE_TIME_CODE_INVALID; empty when it worked. */
  userErrors: Array<UserError>;
};

/** What refreshTokens answers. */
export type RefreshTokensPayload = {
  __typename?: 'RefreshTokensPayload';
  /** The session's new tokens; null when refused. */
  tokens: Maybe<Tokens>;
  /** REFRESH_TOKEN_INVALID; empty when it worked. */
  userErrors: Array<UserError>;
};

/** What logout answers. */
export type LogoutPayload = {
  __typename?: 'LogoutPayload';
  /** Always empty: there is nothing to mend. */
  userErrors: Array<UserError>;
};

/** What revokeSession answers. */
export type RevokeSessionPayload = {
  __typename?: 'RevokeSessionPayload';
  /** The session, which has ended; null when refused. */
  session: Maybe<Session>;
  /** NOT_FOUND; empty when it worked. */
  userErrors: Array<UserError>;
};

/** What updateProfile answers. */
export type UpdateProfilePayload = {
  __typename?: 'UpdateProfilePayload';
  /** The account as it is now; null when refused. */
  user: Maybe<User>;
  /** NAME_INVALID, EMAIL_INVALID, EMAIL_TAKEN, CREDENTIALS_INVALID (the current password is wrong, or is needed), TOO_MANY_ATTEMPTS (wrong passwords were given, or taken addresses told, too often); empty when it worked. */
  userErrors: Array<UserError>;
};

/** What changePassword answers. */
export type ChangePasswordPayload = {
  __typename?: 'ChangePasswordPayload';
  /** The account; null when refused. */
  user: Maybe<User>;
  /** CREDENTIALS_INVALID (the current password is wrong), TOO_MANY_ATTEMPTS, PASSWORD_TOO_WEAK; empty when it worked. */
  userErrors: Array<UserError>;
};

/** What requestPasswordReset answers: the same for an address with an account and one without, in words and in time. */
export type RequestPasswordResetPayload = {
  __typename?: 'RequestPasswordResetPayload';
  /** EMAIL_INVALID, TOO_MANY_ATTEMPTS; empty otherwise. */
  userErrors: Array<UserError>;
};

/** What resetPassword answers. */
export type ResetPasswordPayload = {
  __typename?: 'ResetPasswordPayload';
  /** TOKEN_INVALID, PASSWORD_TOO_WEAK; empty when it worked. */
  userErrors: Array<UserError>;
};

/** What requestEmailVerification answers. */
export type RequestEmailVerificationPayload = {
  __typename?: 'RequestEmailVerificationPayload';
  /** The account. */
  user: Maybe<User>;
  /** Always empty. */
  userErrors: Array<UserError>;
};

/** What verifyEmail answers. */
export type VerifyEmailPayload = {
  __typename?: 'VerifyEmailPayload';
  /** TOKEN_INVALID; empty when it worked. */
  userErrors: Array<UserError>;
};

/** What setUserRole answers. */
export type SetUserRolePayload = {
  __typename?: 'SetUserRolePayload';
  /** The account as it is now; null when refused. */
  user: Maybe<User>;
  /** NOT_FOUND; empty when it worked. */
  userErrors: Array<UserError>;
};

/** What revokeUserSessions answers. */
export type RevokeUserSessionsPayload = {
  __typename?: 'RevokeUserSessionsPayload';
  /** The account; null when refused. */
  user: Maybe<User>;
  /** NOT_FOUND; empty when it worked. */
  userErrors: Array<UserError>;
};

/** What removeUserSecondFactor answers. */
export type RemoveUserSecondFactorPayload = {
  __typename?: 'RemoveUserSecondFactorPayload';
  /** The account; null when refused. */
  user: Maybe<User>;
  /** NOT_FOUND (no such user, or one without a second factor), OWN_ACCOUNT; empty when it worked. */
  userErrors: Array<UserError>;
};

/** What beginSecondFactor answers. */
export type BeginSecondFactorPayload = {
  __typename?: 'BeginSecondFactorPayload';
  /** The secret in base32, for an app that is told it by hand; null when refused. It is not shown again. */
  secret: Maybe<Scalars['String']['output']>;
  /** The same for an app that is told it by a link or a picture: `otpauth://totp/…`; null when refused. */
  uri: Maybe<Scalars['String']['output']>;
  /** CREDENTIALS_INVALID (the current password is wrong), TOO_MANY_ATTEMPTS, SECOND_FACTOR_ON; empty when it worked. */
  userErrors: Array<UserError>;
};

/** What confirmSecondFactor answers. */
export type ConfirmSecondFactorPayload = {
  __typename?: 'ConfirmSecondFactorPayload';
  /** The account; null when refused. */
  user: Maybe<User>;
  /** Ten codes, each good once in the place of the app's; null when refused. Auth keeps their hashes alone, so that they cannot be shown again. */
  recoveryCodes: Maybe<Array<Scalars['String']['output']>>;
  /** NOT_FOUND (nothing was begun, or it has ended), ONE_TIME_CODE_INVALID, TOO_MANY_ATTEMPTS; empty when it worked. */
  userErrors: Array<UserError>;
};

/** What removeSecondFactor answers. */
export type RemoveSecondFactorPayload = {
  __typename?: 'RemoveSecondFactorPayload';
  /** The account; null when refused. */
  user: Maybe<User>;
  /** CREDENTIALS_INVALID (the current password is wrong), NOT_FOUND (there is none), ONE_TIME_CODE_INVALID, TOO_MANY_ATTEMPTS; empty when it worked. */
  userErrors: Array<UserError>;
};

/** What deleteAccount answers. */
export type DeleteAccountPayload = {
  __typename?: 'DeleteAccountPayload';
  /** The id of the user who is no more; null when refused. */
  deletedUserId: Maybe<Scalars['ID']['output']>;
  /** CREDENTIALS_INVALID (the password is wrong), TOO_MANY_ATTEMPTS, PURCHASES_UNFINISHED, SALES_UNFINISHED, LAST_ADMINISTRATOR; empty when it worked. */
  userErrors: Array<UserError>;
};

/** Up to where the caller has read. */
export type ReadNotificationsInput = {
  /** The latest notification that was read: those before it count as read too. */
  latestId: Scalars['ID']['input'];
};

/** What readNotifications answers. */
export type ReadNotificationsPayload = {
  __typename?: 'ReadNotificationsPayload';
  /** The caller's account; null when refused. */
  user: Maybe<User>;
  /** NOT_FOUND; empty when it worked. */
  userErrors: Array<UserError>;
};

/** What replayAuthDeadLetter answers. */
export type ReplayAuthDeadLetterPayload = {
  __typename?: 'ReplayAuthDeadLetterPayload';
  /** The event that is tried again; null when refused. */
  eventId: Maybe<Scalars['ID']['output']>;
  /** NOT_FOUND, also for what is no dead letter any more; empty when it worked. */
  userErrors: Array<UserError>;
};

export type Query = {
  __typename?: 'Query';
  /** The caller; null to one who is not signed in. A token that is no longer valid is refused as UNAUTHENTICATED. */
  me: Maybe<User>;
  /** The user with that id; null when there is none, or none any more. Anyone may ask; what they see of it is told at each field. */
  user: Maybe<User>;
  /** All accounts, newest first. Administrators alone: FORBIDDEN to others. */
  users: Maybe<UserConnection>;
  /** The caller's own sessions that have not ended, newest first. UNAUTHENTICATED without a valid token. */
  sessions: Maybe<Array<Session>>;
  /** Sessions that ended early since then and whose tokens could still be alive. For sister services alone. */
  revokedSessions: Array<RevokedSession>;
  /** All that auth holds on the caller, kind by kind: the account, its sessions, notifications and mails. UNAUTHENTICATED without a valid token. */
  authPersonalRecords: Maybe<PersonalRecordConnection>;
  /** The dead letters of auth: events that users are notified of purchases by, and that could not be applied; the earliest first. Administrators alone: FORBIDDEN to others. */
  authDeadLetters: Maybe<DeadLetterConnection>;
};


export type QueryUserArgs = {
  id: Scalars['ID']['input'];
};


export type QueryUsersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
  query: InputMaybe<Scalars['String']['input']>;
};


export type QueryRevokedSessionsArgs = {
  since: Scalars['DateTime']['input'];
};


export type QueryAuthPersonalRecordsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};


export type QueryAuthDeadLettersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after: InputMaybe<Scalars['String']['input']>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Makes an account and signs it in. Anyone. Where the store makes accounts by mail (REGISTRATION_BY_MAIL; by default where it has
   * a mail server), it answers neither account nor tokens nor userErrors, and the same for an address with an account and one
   * without, in words and in time: a mail goes to the address, with a link that makes the account (verifyEmail), or says that
   * there is one already. Elsewhere EMAIL_TAKEN tells which addresses have an account, to one network so often an hour alone.
   */
  register: Maybe<RegisterPayload>;
  /** Signs in. Anyone. After some wrong passwords (ten, where GUESSES_PER_ACCOUNT does not say otherwise) an account waits, longer each time, a quarter of an hour at the most (LONGEST_GUESS_WAIT_SECONDS): TOO_MANY_ATTEMPTS; not for who comes from where its owner signed in before, as long as that one does not guess too. One network may give a wrong password so often an hour alone. Each login counts, however many a request holds. Where the account has a second factor its code is needed too: wrong ones count like wrong passwords, by a count of their own. */
  login: Maybe<LoginPayload>;
  /**
   * Changes a refresh token for new tokens, once. Anyone who holds it. A used one ends its session; but a browser that sends the
   * one in its cookie again within 10 seconds, before its successor was used, is given the same successor: two tabs may ask at once.
   */
  refreshTokens: Maybe<RefreshTokensPayload>;
  /** Ends the caller's session: within five seconds no service accepts its tokens. UNAUTHENTICATED without a valid token. */
  logout: Maybe<LogoutPayload>;
  /** Ends a session of the caller's: within five seconds no service accepts its tokens. UNAUTHENTICATED without a valid token; NOT_FOUND for anyone else's. */
  revokeSession: Maybe<RevokeSessionPayload>;
  /** Changes the caller's name or e-mail address; for another address a store may ask for the password. UNAUTHENTICATED without a valid token. */
  updateProfile: Maybe<UpdateProfilePayload>;
  /** Changes the caller's password and ends the caller's other sessions. UNAUTHENTICATED without a valid token. */
  changePassword: Maybe<ChangePasswordPayload>;
  /**
   * Makes the secret of a second factor for the caller, proved by the password; what was begun before and not confirmed is good no
   * more, and what is not confirmed within 30 minutes ends. Login asks for it from confirmSecondFactor on. UNAUTHENTICATED without a
   * valid token.
   */
  beginSecondFactor: Maybe<BeginSecondFactorPayload>;
  /** Turns the caller's second factor on, by a first code of it, and ends the caller's other sessions, which were opened by the password alone. UNAUTHENTICATED without a valid token. */
  confirmSecondFactor: Maybe<ConfirmSecondFactorPayload>;
  /** Turns the caller's second factor off; its recovery codes are good no more. Where the caller's role needs one, the caller's sessions end. UNAUTHENTICATED without a valid token. */
  removeSecondFactor: Maybe<RemoveSecondFactorPayload>;
  /** Has a mail sent with a link by which a forgotten password can be set anew; at most five an hour go to one account. Anyone may ask, from one network so often an hour alone. SERVICE_UNAVAILABLE where the store sends no mail. */
  requestPasswordReset: Maybe<RequestPasswordResetPayload>;
  /** Sets a forgotten password anew, and ends all sessions of the account; a second factor stays. Whoever has the token may. */
  resetPassword: Maybe<ResetPasswordPayload>;
  /** Has the mail sent once more by which the caller proves to read what goes to the account's address; nothing is sent where that is proved. UNAUTHENTICATED without a valid token; SERVICE_UNAVAILABLE where the store sends no mail. */
  requestEmailVerification: Maybe<RequestEmailVerificationPayload>;
  /** Notes that the account's e-mail address is the user's; where register only sent a mail, makes the account. Whoever has the token may. */
  verifyEmail: Maybe<VerifyEmailPayload>;
  /**
   * Deletes the caller's account: its sessions end, its address is free, its books are taken down, what it has reserved is called
   * off. Within a day all that is held on the user is erased. Purchases and sales stay for the other side, without a name; where
   * the user was named there is null, or the id alone. Refused while the caller has paid for what has not arrived, or was paid for what was not
   * sent. UNAUTHENTICATED without a valid token; SERVICE_UNAVAILABLE while purchases cannot be reached.
   */
  deleteAccount: Maybe<DeleteAccountPayload>;
  /** Marks notifications of the caller's as read, up to one. UNAUTHENTICATED without a valid token; NOT_FOUND for anyone else's. */
  readNotifications: Maybe<ReadNotificationsPayload>;
  /** Gives a user a role and ends that user's sessions, so that no token tells the old one. Administrators alone: FORBIDDEN to others. */
  setUserRole: Maybe<SetUserRolePayload>;
  /** Ends all sessions of a user: within five seconds no service accepts their tokens. Administrators alone: FORBIDDEN to others. */
  revokeUserSessions: Maybe<RevokeUserSessionsPayload>;
  /**
   * Turns off the second factor of a user who has lost both the app and the recovery codes, and ends all sessions of that user, who is
   * told by a mail. Whoever asks for that should have proved who it is. Administrators alone: FORBIDDEN to others.
   */
  removeUserSecondFactor: Maybe<RemoveUserSecondFactorPayload>;
  /** Has a dead letter of auth tried again within moments, after its cause was mended. Administrators alone: FORBIDDEN to others. */
  replayAuthDeadLetter: Maybe<ReplayAuthDeadLetterPayload>;
};


export type MutationRegisterArgs = {
  input: RegisterInput;
};


export type MutationLoginArgs = {
  input: LoginInput;
};


export type MutationRefreshTokensArgs = {
  input: RefreshTokensInput;
};


export type MutationLogoutArgs = {
  input: InputMaybe<LogoutInput>;
};


export type MutationRevokeSessionArgs = {
  input: RevokeSessionInput;
};


export type MutationUpdateProfileArgs = {
  input: UpdateProfileInput;
};


export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


export type MutationBeginSecondFactorArgs = {
  input: BeginSecondFactorInput;
};


export type MutationConfirmSecondFactorArgs = {
  input: ConfirmSecondFactorInput;
};


export type MutationRemoveSecondFactorArgs = {
  input: RemoveSecondFactorInput;
};


export type MutationRequestPasswordResetArgs = {
  input: RequestPasswordResetInput;
};


export type MutationResetPasswordArgs = {
  input: ResetPasswordInput;
};


export type MutationVerifyEmailArgs = {
  input: VerifyEmailInput;
};


export type MutationDeleteAccountArgs = {
  input: DeleteAccountInput;
};


export type MutationReadNotificationsArgs = {
  input: ReadNotificationsInput;
};


export type MutationSetUserRoleArgs = {
  input: SetUserRoleInput;
};


export type MutationRevokeUserSessionsArgs = {
  input: RevokeUserSessionsInput;
};


export type MutationRemoveUserSecondFactorArgs = {
  input: RemoveUserSecondFactorInput;
};


export type MutationReplayAuthDeadLetterArgs = {
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
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  UserError: ( AuthUserError );
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
  AuthUserError: ResolverTypeWrapper<AuthUserError>;
  Role: Role;
  User: ResolverTypeWrapper<ShownUser>;
  SecondFactor: ResolverTypeWrapper<SecondFactor>;
  NotificationReason: NotificationReason;
  Notification: ResolverTypeWrapper<NotificationEntity>;
  NotificationConnection: ResolverTypeWrapper<Connection<NotificationEntity>>;
  NotificationEdge: ResolverTypeWrapper<Edge<NotificationEntity>>;
  Purchase: ResolverTypeWrapper<Purchase>;
  UserConnection: ResolverTypeWrapper<Connection<ShownUser>>;
  UserEdge: ResolverTypeWrapper<Edge<ShownUser>>;
  Tokens: ResolverTypeWrapper<Tokens>;
  Session: ResolverTypeWrapper<SessionEntity>;
  RevokedSession: ResolverTypeWrapper<RevokedSession>;
  RegisterInput: RegisterInput;
  LoginInput: LoginInput;
  RefreshTokensInput: RefreshTokensInput;
  LogoutInput: LogoutInput;
  RevokeSessionInput: RevokeSessionInput;
  UpdateProfileInput: UpdateProfileInput;
  ChangePasswordInput: ChangePasswordInput;
  RequestPasswordResetInput: RequestPasswordResetInput;
  ResetPasswordInput: ResetPasswordInput;
  VerifyEmailInput: VerifyEmailInput;
  BeginSecondFactorInput: BeginSecondFactorInput;
  ConfirmSecondFactorInput: ConfirmSecondFactorInput;
  RemoveSecondFactorInput: RemoveSecondFactorInput;
  DeleteAccountInput: DeleteAccountInput;
  SetUserRoleInput: SetUserRoleInput;
  RevokeUserSessionsInput: RevokeUserSessionsInput;
  RemoveUserSecondFactorInput: RemoveUserSecondFactorInput;
  RegisterPayload: ResolverTypeWrapper<Omit<RegisterPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  LoginPayload: ResolverTypeWrapper<Omit<LoginPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RefreshTokensPayload: ResolverTypeWrapper<Omit<RefreshTokensPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  LogoutPayload: ResolverTypeWrapper<Omit<LogoutPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  RevokeSessionPayload: ResolverTypeWrapper<Omit<RevokeSessionPayload, 'session' | 'userErrors'> & { session?: Maybe<ResolversTypes['Session']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UpdateProfilePayload: ResolverTypeWrapper<Omit<UpdateProfilePayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ChangePasswordPayload: ResolverTypeWrapper<Omit<ChangePasswordPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RequestPasswordResetPayload: ResolverTypeWrapper<Omit<RequestPasswordResetPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  ResetPasswordPayload: ResolverTypeWrapper<Omit<ResetPasswordPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  RequestEmailVerificationPayload: ResolverTypeWrapper<Omit<RequestEmailVerificationPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  VerifyEmailPayload: ResolverTypeWrapper<Omit<VerifyEmailPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  SetUserRolePayload: ResolverTypeWrapper<Omit<SetUserRolePayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RevokeUserSessionsPayload: ResolverTypeWrapper<Omit<RevokeUserSessionsPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RemoveUserSecondFactorPayload: ResolverTypeWrapper<Omit<RemoveUserSecondFactorPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  BeginSecondFactorPayload: ResolverTypeWrapper<Omit<BeginSecondFactorPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  ConfirmSecondFactorPayload: ResolverTypeWrapper<Omit<ConfirmSecondFactorPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RemoveSecondFactorPayload: ResolverTypeWrapper<Omit<RemoveSecondFactorPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  DeleteAccountPayload: ResolverTypeWrapper<Omit<DeleteAccountPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  ReadNotificationsInput: ReadNotificationsInput;
  ReadNotificationsPayload: ResolverTypeWrapper<Omit<ReadNotificationsPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversTypes['User']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ReplayAuthDeadLetterPayload: ResolverTypeWrapper<Omit<ReplayAuthDeadLetterPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
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
  AuthUserError: AuthUserError;
  User: ShownUser;
  SecondFactor: SecondFactor;
  Notification: NotificationEntity;
  NotificationConnection: Connection<NotificationEntity>;
  NotificationEdge: Edge<NotificationEntity>;
  Purchase: Purchase;
  UserConnection: Connection<ShownUser>;
  UserEdge: Edge<ShownUser>;
  Tokens: Tokens;
  Session: SessionEntity;
  RevokedSession: RevokedSession;
  RegisterInput: RegisterInput;
  LoginInput: LoginInput;
  RefreshTokensInput: RefreshTokensInput;
  LogoutInput: LogoutInput;
  RevokeSessionInput: RevokeSessionInput;
  UpdateProfileInput: UpdateProfileInput;
  ChangePasswordInput: ChangePasswordInput;
  RequestPasswordResetInput: RequestPasswordResetInput;
  ResetPasswordInput: ResetPasswordInput;
  VerifyEmailInput: VerifyEmailInput;
  BeginSecondFactorInput: BeginSecondFactorInput;
  ConfirmSecondFactorInput: ConfirmSecondFactorInput;
  RemoveSecondFactorInput: RemoveSecondFactorInput;
  DeleteAccountInput: DeleteAccountInput;
  SetUserRoleInput: SetUserRoleInput;
  RevokeUserSessionsInput: RevokeUserSessionsInput;
  RemoveUserSecondFactorInput: RemoveUserSecondFactorInput;
  RegisterPayload: Omit<RegisterPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  LoginPayload: Omit<LoginPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RefreshTokensPayload: Omit<RefreshTokensPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  LogoutPayload: Omit<LogoutPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  RevokeSessionPayload: Omit<RevokeSessionPayload, 'session' | 'userErrors'> & { session?: Maybe<ResolversParentTypes['Session']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UpdateProfilePayload: Omit<UpdateProfilePayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ChangePasswordPayload: Omit<ChangePasswordPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RequestPasswordResetPayload: Omit<RequestPasswordResetPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  ResetPasswordPayload: Omit<ResetPasswordPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  RequestEmailVerificationPayload: Omit<RequestEmailVerificationPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  VerifyEmailPayload: Omit<VerifyEmailPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  SetUserRolePayload: Omit<SetUserRolePayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RevokeUserSessionsPayload: Omit<RevokeUserSessionsPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RemoveUserSecondFactorPayload: Omit<RemoveUserSecondFactorPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  BeginSecondFactorPayload: Omit<BeginSecondFactorPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  ConfirmSecondFactorPayload: Omit<ConfirmSecondFactorPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RemoveSecondFactorPayload: Omit<RemoveSecondFactorPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  DeleteAccountPayload: Omit<DeleteAccountPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  ReadNotificationsInput: ReadNotificationsInput;
  ReadNotificationsPayload: Omit<ReadNotificationsPayload, 'user' | 'userErrors'> & { user?: Maybe<ResolversParentTypes['User']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ReplayAuthDeadLetterPayload: Omit<ReplayAuthDeadLetterPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
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
  __resolveType: TypeResolveFn<'AuthUserError', ParentType, ContextType>;
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

export type AuthUserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuthUserError'] = ResolversParentTypes['AuthUserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  emailVerifiedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
  secondFactor?: Resolver<Maybe<ResolversTypes['SecondFactor']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  notifications?: Resolver<Maybe<ResolversTypes['NotificationConnection']>, ParentType, ContextType, RequireFields<UserNotificationsArgs, 'first'>>;
};

export type SecondFactorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SecondFactor'] = ResolversParentTypes['SecondFactor']> = {
  isOn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isNeeded?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type NotificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Notification'] = ResolversParentTypes['Notification']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['NotificationReason'], ParentType, ContextType>;
  purchase?: Resolver<Maybe<ResolversTypes['Purchase']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  readAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type NotificationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationConnection'] = ResolversParentTypes['NotificationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['NotificationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Notification']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type NotificationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotificationEdge'] = ResolversParentTypes['NotificationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Notification'], ParentType, ContextType>;
};

export type PurchaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Purchase'] = ResolversParentTypes['Purchase']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UserConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserConnection'] = ResolversParentTypes['UserConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['User']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type UserEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserEdge'] = ResolversParentTypes['UserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type TokensResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Tokens'] = ResolversParentTypes['Tokens']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  accessTokenExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  refreshToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refreshTokenExpiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastUsedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  userAgent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  current?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RevokedSessionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokedSession'] = ResolversParentTypes['RevokedSession']> = {
  sessionId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  revokedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type RegisterPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RegisterPayload'] = ResolversParentTypes['RegisterPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  tokens?: Resolver<Maybe<ResolversTypes['Tokens']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type LoginPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoginPayload'] = ResolversParentTypes['LoginPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  tokens?: Resolver<Maybe<ResolversTypes['Tokens']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RefreshTokensPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RefreshTokensPayload'] = ResolversParentTypes['RefreshTokensPayload']> = {
  tokens?: Resolver<Maybe<ResolversTypes['Tokens']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type LogoutPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LogoutPayload'] = ResolversParentTypes['LogoutPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RevokeSessionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeSessionPayload'] = ResolversParentTypes['RevokeSessionPayload']> = {
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateProfilePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateProfilePayload'] = ResolversParentTypes['UpdateProfilePayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ChangePasswordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangePasswordPayload'] = ResolversParentTypes['ChangePasswordPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RequestPasswordResetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestPasswordResetPayload'] = ResolversParentTypes['RequestPasswordResetPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ResetPasswordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResetPasswordPayload'] = ResolversParentTypes['ResetPasswordPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RequestEmailVerificationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RequestEmailVerificationPayload'] = ResolversParentTypes['RequestEmailVerificationPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type VerifyEmailPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VerifyEmailPayload'] = ResolversParentTypes['VerifyEmailPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SetUserRolePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetUserRolePayload'] = ResolversParentTypes['SetUserRolePayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RevokeUserSessionsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokeUserSessionsPayload'] = ResolversParentTypes['RevokeUserSessionsPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RemoveUserSecondFactorPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveUserSecondFactorPayload'] = ResolversParentTypes['RemoveUserSecondFactorPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type BeginSecondFactorPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BeginSecondFactorPayload'] = ResolversParentTypes['BeginSecondFactorPayload']> = {
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  uri?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConfirmSecondFactorPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfirmSecondFactorPayload'] = ResolversParentTypes['ConfirmSecondFactorPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  recoveryCodes?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RemoveSecondFactorPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveSecondFactorPayload'] = ResolversParentTypes['RemoveSecondFactorPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteAccountPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteAccountPayload'] = ResolversParentTypes['DeleteAccountPayload']> = {
  deletedUserId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReadNotificationsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReadNotificationsPayload'] = ResolversParentTypes['ReadNotificationsPayload']> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReplayAuthDeadLetterPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplayAuthDeadLetterPayload'] = ResolversParentTypes['ReplayAuthDeadLetterPayload']> = {
  eventId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  me?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType, RequireFields<QueryUserArgs, 'id'>>;
  users?: Resolver<Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, RequireFields<QueryUsersArgs, 'first'>>;
  sessions?: Resolver<Maybe<Array<ResolversTypes['Session']>>, ParentType, ContextType>;
  revokedSessions?: Resolver<Array<ResolversTypes['RevokedSession']>, ParentType, ContextType, RequireFields<QueryRevokedSessionsArgs, 'since'>>;
  authPersonalRecords?: Resolver<Maybe<ResolversTypes['PersonalRecordConnection']>, ParentType, ContextType, RequireFields<QueryAuthPersonalRecordsArgs, 'first'>>;
  authDeadLetters?: Resolver<Maybe<ResolversTypes['DeadLetterConnection']>, ParentType, ContextType, RequireFields<QueryAuthDeadLettersArgs, 'first'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  register?: Resolver<Maybe<ResolversTypes['RegisterPayload']>, ParentType, ContextType, RequireFields<MutationRegisterArgs, 'input'>>;
  login?: Resolver<Maybe<ResolversTypes['LoginPayload']>, ParentType, ContextType, RequireFields<MutationLoginArgs, 'input'>>;
  refreshTokens?: Resolver<Maybe<ResolversTypes['RefreshTokensPayload']>, ParentType, ContextType, RequireFields<MutationRefreshTokensArgs, 'input'>>;
  logout?: Resolver<Maybe<ResolversTypes['LogoutPayload']>, ParentType, ContextType, Partial<MutationLogoutArgs>>;
  revokeSession?: Resolver<Maybe<ResolversTypes['RevokeSessionPayload']>, ParentType, ContextType, RequireFields<MutationRevokeSessionArgs, 'input'>>;
  updateProfile?: Resolver<Maybe<ResolversTypes['UpdateProfilePayload']>, ParentType, ContextType, RequireFields<MutationUpdateProfileArgs, 'input'>>;
  changePassword?: Resolver<Maybe<ResolversTypes['ChangePasswordPayload']>, ParentType, ContextType, RequireFields<MutationChangePasswordArgs, 'input'>>;
  beginSecondFactor?: Resolver<Maybe<ResolversTypes['BeginSecondFactorPayload']>, ParentType, ContextType, RequireFields<MutationBeginSecondFactorArgs, 'input'>>;
  confirmSecondFactor?: Resolver<Maybe<ResolversTypes['ConfirmSecondFactorPayload']>, ParentType, ContextType, RequireFields<MutationConfirmSecondFactorArgs, 'input'>>;
  removeSecondFactor?: Resolver<Maybe<ResolversTypes['RemoveSecondFactorPayload']>, ParentType, ContextType, RequireFields<MutationRemoveSecondFactorArgs, 'input'>>;
  requestPasswordReset?: Resolver<Maybe<ResolversTypes['RequestPasswordResetPayload']>, ParentType, ContextType, RequireFields<MutationRequestPasswordResetArgs, 'input'>>;
  resetPassword?: Resolver<Maybe<ResolversTypes['ResetPasswordPayload']>, ParentType, ContextType, RequireFields<MutationResetPasswordArgs, 'input'>>;
  requestEmailVerification?: Resolver<Maybe<ResolversTypes['RequestEmailVerificationPayload']>, ParentType, ContextType>;
  verifyEmail?: Resolver<Maybe<ResolversTypes['VerifyEmailPayload']>, ParentType, ContextType, RequireFields<MutationVerifyEmailArgs, 'input'>>;
  deleteAccount?: Resolver<Maybe<ResolversTypes['DeleteAccountPayload']>, ParentType, ContextType, RequireFields<MutationDeleteAccountArgs, 'input'>>;
  readNotifications?: Resolver<Maybe<ResolversTypes['ReadNotificationsPayload']>, ParentType, ContextType, RequireFields<MutationReadNotificationsArgs, 'input'>>;
  setUserRole?: Resolver<Maybe<ResolversTypes['SetUserRolePayload']>, ParentType, ContextType, RequireFields<MutationSetUserRoleArgs, 'input'>>;
  revokeUserSessions?: Resolver<Maybe<ResolversTypes['RevokeUserSessionsPayload']>, ParentType, ContextType, RequireFields<MutationRevokeUserSessionsArgs, 'input'>>;
  removeUserSecondFactor?: Resolver<Maybe<ResolversTypes['RemoveUserSecondFactorPayload']>, ParentType, ContextType, RequireFields<MutationRemoveUserSecondFactorArgs, 'input'>>;
  replayAuthDeadLetter?: Resolver<Maybe<ResolversTypes['ReplayAuthDeadLetterPayload']>, ParentType, ContextType, RequireFields<MutationReplayAuthDeadLetterArgs, 'input'>>;
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
  AuthUserError?: AuthUserErrorResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  SecondFactor?: SecondFactorResolvers<ContextType>;
  Notification?: NotificationResolvers<ContextType>;
  NotificationConnection?: NotificationConnectionResolvers<ContextType>;
  NotificationEdge?: NotificationEdgeResolvers<ContextType>;
  Purchase?: PurchaseResolvers<ContextType>;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
  Tokens?: TokensResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  RevokedSession?: RevokedSessionResolvers<ContextType>;
  RegisterPayload?: RegisterPayloadResolvers<ContextType>;
  LoginPayload?: LoginPayloadResolvers<ContextType>;
  RefreshTokensPayload?: RefreshTokensPayloadResolvers<ContextType>;
  LogoutPayload?: LogoutPayloadResolvers<ContextType>;
  RevokeSessionPayload?: RevokeSessionPayloadResolvers<ContextType>;
  UpdateProfilePayload?: UpdateProfilePayloadResolvers<ContextType>;
  ChangePasswordPayload?: ChangePasswordPayloadResolvers<ContextType>;
  RequestPasswordResetPayload?: RequestPasswordResetPayloadResolvers<ContextType>;
  ResetPasswordPayload?: ResetPasswordPayloadResolvers<ContextType>;
  RequestEmailVerificationPayload?: RequestEmailVerificationPayloadResolvers<ContextType>;
  VerifyEmailPayload?: VerifyEmailPayloadResolvers<ContextType>;
  SetUserRolePayload?: SetUserRolePayloadResolvers<ContextType>;
  RevokeUserSessionsPayload?: RevokeUserSessionsPayloadResolvers<ContextType>;
  RemoveUserSecondFactorPayload?: RemoveUserSecondFactorPayloadResolvers<ContextType>;
  BeginSecondFactorPayload?: BeginSecondFactorPayloadResolvers<ContextType>;
  ConfirmSecondFactorPayload?: ConfirmSecondFactorPayloadResolvers<ContextType>;
  RemoveSecondFactorPayload?: RemoveSecondFactorPayloadResolvers<ContextType>;
  DeleteAccountPayload?: DeleteAccountPayloadResolvers<ContextType>;
  ReadNotificationsPayload?: ReadNotificationsPayloadResolvers<ContextType>;
  ReplayAuthDeadLetterPayload?: ReplayAuthDeadLetterPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
};

