import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { isDatabaseDown } from './database-errors.ts';
import { serviceUnavailable } from './errors.ts';

const clientCodes = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'OPERATION_TOO_LARGE',
  'OPERATION_NOT_PERSISTED',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_REQUEST',
  'RATE_LIMITED',
  'SERVICE_UNAVAILABLE',
]);

/** Whether an error is one that a client is told as it is; all others are ours, logged and masked. */
export const isClientError = (code: unknown): boolean => typeof code === 'string' && clientCodes.has(code);

/**
 * What a client sees of an error: message, place and stable code. Neither stack traces nor SQL get out; a database
 * that is not there is SERVICE_UNAVAILABLE.
 */
export function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const where = {
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
  };
  const code = formatted.extensions?.code;
  if (isClientError(code)) return { message: formatted.message, ...where, extensions: { code } };
  if (isDatabaseDown(unwrapResolverError(error))) {
    const { message, extensions } = serviceUnavailable('The database');
    return { message, ...where, extensions };
  }
  return {
    message: 'Something went wrong on our side.',
    ...where,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}
