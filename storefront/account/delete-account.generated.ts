/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** The end of the caller's account. */
export type DeleteAccountInput = {
  /** The account's password. */
  password: string;
};

/** Why a mutation was refused, for a reason that the caller can mend. */
export type UserErrorCode =
  /** A name is empty, longer than 100 characters, or holds control characters. */
  | 'NAME_INVALID'
  /** An e-mail address is malformed or longer than 254 characters. */
  | 'EMAIL_INVALID'
  /** Another account has that e-mail address. register tells it only where accounts are not made by mail (REGISTRATION_BY_MAIL), and one network so often an hour alone (GUESSES_PER_NETWORK). */
  | 'EMAIL_TAKEN'
  /** A password is shorter than 8 or longer than 128 characters, is among the most common ones, or holds the e-mail address or the part before its @. */
  | 'PASSWORD_TOO_WEAK'
  /** Wrong e-mail or wrong password: which of the two is never told, in words, status or time. */
  | 'CREDENTIALS_INVALID'
  /** Too many wrong passwords for this e-mail address, or too many guesses from one network; the message says when to try again. Who signs in from where the owner did before does not wait for what strangers guessed elsewhere. */
  | 'TOO_MANY_ATTEMPTS'
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
  /** No such thing, or none that the caller may know of: the two are told apart nowhere. */
  | 'NOT_FOUND'
  /** A title is empty or longer than 500 characters. */
  | 'TITLE_INVALID'
  /** There is no author, more than 50, or one is empty or longer than 200 characters. */
  | 'AUTHORS_INVALID'
  /** An ISBN is not one: wrong length or wrong check digit. */
  | 'ISBN_INVALID'
  /** A description is longer than 10,000 characters. */
  | 'DESCRIPTION_INVALID'
  /** A language is not a BCP 47 tag. */
  | 'LANGUAGE_INVALID'
  /** A publisher is longer than 200 characters. */
  | 'PUBLISHER_INVALID'
  /** A year lies before -5000 or in the future. */
  | 'PUBLISHED_YEAR_INVALID'
  /** There are more than 20 subjects, or one is empty or longer than 100 characters. */
  | 'SUBJECTS_INVALID'
  /** A note on the condition is longer than 1,000 characters. */
  | 'CONDITION_NOTE_INVALID'
  /** A price is not above zero, is above 1,000,000, or has more decimals than the currency. */
  | 'PRICE_INVALID'
  /** A stock is below 0 or above 100,000. */
  | 'STOCK_INVALID'
  /** A removed book stays removed, and changes no more. */
  | 'STATUS_INVALID'
  /** The book changed since the caller read it (updateBook with a stale version). */
  | 'STALE_VERSION'
  /** A cover has more than 10 MB. */
  | 'COVER_TOO_LARGE'
  /** A cover is no JPEG, PNG, WebP or AVIF, as its content tells, or it moves. */
  | 'COVER_FORMAT_UNSUPPORTED'
  /** A cover is broken or cut short, has fewer than 100 pixels on a side, or more than 50 million in all. */
  | 'COVER_INVALID'
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
  /** The reservation ran out before it was paid; its copies are for sale again. */
  | 'RESERVATION_EXPIRED'
  /** An idempotency key is empty or longer than 200 characters. */
  | 'IDEMPOTENCY_KEY_INVALID'
  /** The same key came with other input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A quantity is below 1 or above 1,000. */
  | 'QUANTITY_INVALID'
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
  | 'WRONG_STATUS';

export type DeleteAccountMutationVariables = Exact<{
  input: DeleteAccountInput;
}>;


export type DeleteAccountMutation = { deleteAccount: { deletedUserId: string | null, userErrors: Array<
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
      | { code: UserErrorCode, message: string, field: Array<string> | null }
    > } | null };

type Refusal_AuthUserError_Fragment = { code: UserErrorCode, message: string, field: Array<string> | null };

type Refusal_CatalogUserError_Fragment = { code: UserErrorCode, message: string, field: Array<string> | null };

type Refusal_PurchaseUserError_Fragment = { code: UserErrorCode, message: string, field: Array<string> | null };

export type RefusalFragment =
  | Refusal_AuthUserError_Fragment
  | Refusal_CatalogUserError_Fragment
  | Refusal_PurchaseUserError_Fragment
;

export const RefusalFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]} as unknown as DocumentNode<RefusalFragment, unknown>;
export const DeleteAccountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteAccount"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteAccountInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteAccount"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletedUserId"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Refusal"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Refusal"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}}]}}]} as unknown as DocumentNode<DeleteAccountMutation, DeleteAccountMutationVariables>;