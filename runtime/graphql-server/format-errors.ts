import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { maskError } from '../mask-error.ts';

/** An error as GraphQL tells it, whatever was thrown. */
export function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}

/** Errors as clients are told of them, as Apollo Server does it: INTERNAL_SERVER_ERROR where there is no code, and masked. */
export const formatErrors = (errors: readonly GraphQLError[]): GraphQLFormattedError[] =>
  errors.map(error =>
    maskError(
      {
        ...error.toJSON(),
        extensions: { ...error.extensions, code: error.extensions.code ?? 'INTERNAL_SERVER_ERROR' },
      },
      error,
    ),
  );
