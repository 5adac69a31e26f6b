/** The store did not answer, or a part of it could not be reached: whether the request was carried out is open. */
export class StoreUnreachable extends Error {}

/** The store answered with GraphQL errors. */
export class StoreError extends Error {
  /** extensions.code of each error, e.g. UNAUTHENTICATED. */
  readonly codes: readonly string[];

  constructor(codes: readonly string[], message: string) {
    super(message);
    this.codes = codes;
  }
}

/** The store refused, for a reason that the caller can mend: the first of the payload's userErrors. */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
