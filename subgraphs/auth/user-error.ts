import type { AuthUserError, UserErrorCode } from './resolvers.generated.ts';

/** A refusal, with the path in the input that it is about. */
export const userError = (code: UserErrorCode, message: string, field?: string[]): AuthUserError => ({
  __typename: 'AuthUserError',
  code,
  message,
  field: field ?? null,
});
