// Made by `npm run schema` from the SDL. Do not edit.
/** A postal address. */
export type AddressInput = {
  /** 1 to 200 characters. */
  recipient: string;
  /** 1 to 200 characters. */
  line1: string;
  /** At most 200 characters. */
  line2?: string | null | undefined;
  /** 1 to 100 characters. */
  city: string;
  /** At most 100 characters. */
  region?: string | null | undefined;
  /** At most 20 characters. */
  postalCode?: string | null | undefined;
  /** ISO 3166-1 alpha-2. */
  country: string;
};

/** A second factor to be set up. */
export type BeginSecondFactorInput = {
  /** The password that holds now. */
  currentPassword: string;
};

/** The grades of the second-hand trade, best first. */
export type BookCondition =
  /** Unread, as it left the publisher. */
  | 'NEW'
  /** Read without a trace. */
  | 'AS_NEW'
  /** Close to new, with the slightest signs of age. */
  | 'FINE'
  /** Small signs of wear, no tears, no writing. */
  | 'VERY_GOOD'
  /** The average used book: worn, whole, all pages there. */
  | 'GOOD'
  /** Worn, with marks or writing; the text is complete. */
  | 'FAIR'
  /** A reading copy: loose, stained or written in, still readable. */
  | 'POOR';

/** Narrows a list: what is given must all hold; a list of values holds when one of them does. */
export type BookFilter = {
  /** Only this user's books. */
  sellerId?: string | null | undefined;
  /** Only this ISBN, of 10 or 13 digits, hyphens allowed; what is no ISBN finds nothing. */
  isbn?: string | null | undefined;
  /** Only books with an author in whose name all these words stand. */
  author?: string | null | undefined;
  /** Only these languages (BCP 47); an empty list narrows nothing. */
  languages?: Array<string> | null | undefined;
  /** Only these subjects; an empty list narrows nothing. */
  subjects?: Array<string> | null | undefined;
  /** Only these grades; an empty list narrows nothing. */
  conditions?: Array<BookCondition> | null | undefined;
  /** Only books that cost this much or more. */
  priceMin?: string | null | undefined;
  /** Only books that cost this much or less. */
  priceMax?: string | null | undefined;
  /** true: only with copies free to buy; false: only sold out. */
  inStock?: boolean | null | undefined;
};

/** The order of a list of books. Each is complete: ties are broken by id. */
export type BookSort =
  /** Best match first; without a query, the newest first. */
  | 'RELEVANCE'
  /** The newest first. */
  | 'NEWEST'
  /** The cheapest first. */
  | 'PRICE_ASC'
  /** The dearest first. */
  | 'PRICE_DESC'
  /** By title, accents and case aside. */
  | 'TITLE';

/** Whether a book is for sale. */
export type BookStatus =
  /** For sale, and seen by anyone. */
  | 'PUBLISHED'
  /** Hidden for now by its seller; can be published again. */
  | 'PAUSED'
  /** Taken down for good; past purchases still show it. */
  | 'REMOVED';

/** A purchase to be called off. */
export type CancelPurchaseInput = {
  /** Which purchase. */
  purchaseId: string;
  /** For the history; at most 500 characters. */
  reason?: string | null | undefined;
};

/** A new password, proved by the old one. */
export type ChangePasswordInput = {
  /** The password that holds now. */
  currentPassword: string;
  /** 8 to 128 characters, not a common password, without the e-mail address in it. */
  newPassword: string;
};

/** A delivery for a purchase. */
export type ChooseDeliveryInput = {
  /** Which purchase. */
  purchaseId: string;
  /** How and where to. */
  delivery: DeliveryInput;
};

/** A purchase that arrived. */
export type ConfirmDeliveryInput = {
  /** Which purchase. */
  purchaseId: string;
};

/** A proof that the app has the secret. */
export type ConfirmSecondFactorInput = {
  /** The code that the app shows. */
  oneTimeCode: string;
};

/** Where a delivery provider goes. */
export type CoverageArea =
  /** The store's own country alone. */
  | 'NATIONAL'
  /** Every country. */
  | 'INTERNATIONAL';

/** The end of the caller's account. */
export type DeleteAccountInput = {
  /** The account's password. */
  password: string;
};

/** How and where to send a purchase. */
export type DeliveryInput = {
  /** A deliveryProviders id. */
  providerId: string;
  /** Where to. */
  address: AddressInput;
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

/** A sign-in. */
export type LoginInput = {
  /** The account's e-mail address; upper and lower case are the same. */
  email: string;
  /** The account's password. */
  password: string;
  /** Where the account has a second factor: the code that the app shows, or a recovery code. Looked at once the password is right. */
  oneTimeCode?: string | null | undefined;
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

/**
 * The payment is simulated. paymentToken plays the card: "tok_approved" (and none at all) is approved,
 * "tok_declined" and "tok_insufficient_funds" are declined, "tok_timeout" answers after the store's patience and
 * is found out later, "tok_error_then_approved" fails once and then works.
 */
export type PayPurchaseInput = {
  /** Which purchase. */
  purchaseId: string;
  /** How it is paid. */
  method: PaymentMethod;
  /** What the payment provider knows the card by; an unknown one is declined. */
  paymentToken?: string | null | undefined;
  /** 1 to 200 characters, one per intention to pay: the same key never charges twice. */
  idempotencyKey: string;
};

/**
 * A book to be offered. With an idempotencyKey, chosen by the client, one per book to be offered, publishing can be
 * asked again: the same key with the same input gives the same book however often it is sent, at once or later, as it is
 * by then; with other input, IDEMPOTENCY_KEY_REUSED. Keys are each seller's own.
 */
export type PublishBookInput = {
  /** 1 to 500 characters after trimming. */
  title: string;
  /** 1 to 50 names of 1 to 200 characters. */
  authors: Array<string>;
  /** ISBN-10 or ISBN-13, hyphens and spaces allowed. */
  isbn?: string | null | undefined;
  /** At most 10,000 characters. */
  description?: string | null | undefined;
  /** BCP 47. */
  language?: string | null | undefined;
  /** At most 200 characters. */
  publisher?: string | null | undefined;
  /** -5000 to this year. */
  publishedYear?: number | null | undefined;
  /** At most 20 of 1 to 100 characters; the same one twice counts once. */
  subjects?: Array<string> | null | undefined;
  /** The grade of the copies. */
  condition: BookCondition;
  /** At most 1,000 characters. */
  conditionNote?: string | null | undefined;
  /** More than zero, at most 1,000,000.00, two decimals at most. */
  price: string;
  /** Copies for sale, 0 to 100,000. */
  stock?: number;
  /** 1 to 200 characters. Without one each request offers another book. */
  idempotencyKey?: string | null | undefined;
};

/** Books to be offered at once. */
export type PublishBooksInput = {
  /** 1 to 50, each with an idempotencyKey of its own if it is to be asked again; BAD_USER_INPUT beyond. A request holds 100 kB at the most. */
  books: Array<PublishBookInput>;
};

/**
 * idempotencyKey: chosen by the client, one per intention (a UUID, say). The same key with the same input gives
 * the same purchase however often it is sent, at once or later; with other input, IDEMPOTENCY_KEY_REUSED.
 */
export type PurchaseBookInput = {
  /** Which book. */
  bookId: string;
  /** How many copies, 1 to 1,000. */
  quantity?: number;
  /** What the buyer saw; when given and no longer true, nothing is reserved. */
  expectedUnitPrice?: string | null | undefined;
  /** Can also come later, by chooseDelivery, before the purchase is paid. */
  delivery?: DeliveryInput | null | undefined;
  /** 1 to 200 characters, one per intention. */
  idempotencyKey: string;
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

/** A new account. */
export type RegisterInput = {
  /** 1 to 100 characters after trimming. */
  name: string;
  /** An e-mail address of at most 254 characters; upper and lower case are the same. */
  email: string;
  /** 8 to 128 characters, not a common password, without the e-mail address in it. */
  password: string;
};

/** A book whose uploaded cover goes. */
export type RemoveCoverInput = {
  /** Which book. */
  bookId: string;
};

/** The end of a second factor. */
export type RemoveSecondFactorInput = {
  /** The password that holds now. */
  currentPassword: string;
  /** The code that the app shows, or a recovery code. */
  oneTimeCode: string;
};

/** Whose second factor is to be turned off. */
export type RemoveUserSecondFactorInput = {
  /** Which user's; not the caller's own. */
  userId: string;
};

/** A dead letter to be tried again. */
export type ReplayDeadLetterInput = {
  /** Its id. */
  id: string;
};

/** A password in place of a forgotten one. */
export type ResetPasswordInput = {
  /** From the link in the mail; good for an hour and for one use. */
  token: string;
  /** 8 to 128 characters, not a common password, without the e-mail address in it. */
  newPassword: string;
};

/** Whose sessions are to be ended. */
export type RevokeUserSessionsInput = {
  /** Which user's. */
  userId: string;
};

/** What an account may do beyond its own things. */
export type Role =
  /** Buys and sells. */
  | 'CUSTOMER'
  /** Also sees every account and purchase, and may edit or remove any book. */
  | 'ADMIN';

/** A role for a user. */
export type SetUserRoleInput = {
  /** Whose role. */
  userId: string;
  /** The role from now on. */
  role: Role;
};

/** A purchase to be shipped. */
export type ShipPurchaseInput = {
  /** Which purchase. */
  purchaseId: string;
  /** 1 to 100 characters. Made up by the store where the seller gives none. */
  trackingNumber?: string | null | undefined;
};

/** What changes in a book. What is left out stays as it is; null empties what may be empty. */
export type UpdateBookInput = {
  /** Which book. */
  bookId: string;
  /** The version that the caller read; when given and stale, nothing changes. */
  version?: number | null | undefined;
  /** 1 to 500 characters after trimming. */
  title?: string | null | undefined;
  /** 1 to 50 names of 1 to 200 characters. */
  authors?: Array<string> | null | undefined;
  /** ISBN-10 or ISBN-13, hyphens and spaces allowed. */
  isbn?: string | null | undefined;
  /** At most 10,000 characters. */
  description?: string | null | undefined;
  /** BCP 47. */
  language?: string | null | undefined;
  /** At most 200 characters. */
  publisher?: string | null | undefined;
  /** -5000 to this year. */
  publishedYear?: number | null | undefined;
  /** At most 20 of 1 to 100 characters. */
  subjects?: Array<string> | null | undefined;
  /** The grade of the copies. */
  condition?: BookCondition | null | undefined;
  /** At most 1,000 characters. */
  conditionNote?: string | null | undefined;
  /** More than zero, at most 1,000,000.00, two decimals at most. Purchases already made keep theirs. */
  price?: string | null | undefined;
  /** Copies free to buy from now on, 0 to 100,000; those already reserved are kept aside and do not count. */
  stock?: number | null | undefined;
  /** PUBLISHED or PAUSED; REMOVED is for good. */
  status?: BookStatus | null | undefined;
};

/** What changes in the caller's profile; what is left out stays. */
export type UpdateProfileInput = {
  /** 1 to 100 characters after trimming. */
  name?: string | null | undefined;
  /** An e-mail address that no other account has. */
  email?: string | null | undefined;
  /** The password that holds now. Needed for another e-mail address where the store asks for it (EMAIL_CHANGE_NEEDS_PASSWORD). Where it is given it has to be right; a wrong one counts as a guess. */
  currentPassword?: string | null | undefined;
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
