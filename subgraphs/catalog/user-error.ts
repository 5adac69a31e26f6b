import type { CatalogUserError, UserErrorCode } from './resolvers.generated.ts';

/** A refusal, with the path in the input that it is about. */
export const userError = (code: UserErrorCode, message: string, field?: string[]): CatalogUserError => ({
  __typename: 'CatalogUserError',
  code,
  message,
  field: field ?? null,
});

/** No such book, or none that the caller may know of. */
export const bookNotFound = (): CatalogUserError =>
  userError('NOT_FOUND', 'There is no such book.', ['bookId']);
