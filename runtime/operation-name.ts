const shownCharacters = 100;

/** The name that a client gave to its operation, as logs and spans show it: a client can make up one as long as a request. */
export const shownName = (name: string | null | undefined): string | undefined =>
  name?.slice(0, shownCharacters);
