import type { GraphQLFormattedError } from 'graphql';
import { isClientError } from '../runtime/mask-error.ts';

/**
 * How a field at the root of an operation ended, the worst last. refused: by userErrors, as far as they were asked for.
 * client_error: the client's mistake. partial: answered, but something below it could not be had. unavailable and error: ours.
 */
export const outcomes = ['ok', 'refused', 'client_error', 'partial', 'unavailable', 'error'] as const;

export type Outcome = (typeof outcomes)[number];

function severityOf({ extensions }: GraphQLFormattedError): Outcome {
  const code = extensions?.code;
  if (code === 'SERVICE_UNAVAILABLE') return 'unavailable';
  return isClientError(code) ? 'client_error' : 'error';
}

const isRefused = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'userErrors' in value &&
  Array.isArray(value.userErrors) &&
  value.userErrors.length > 0;

/** How a field ended: its value, and the errors at it, below it, or without a path, which are about all. */
export function outcomeOf(value: unknown, errors: readonly GraphQLFormattedError[]): Outcome {
  const severities = errors.map(severityOf);
  const worst = outcomes.findLast(outcome => severities.includes(outcome));
  if (worst === undefined) return isRefused(value) ? 'refused' : 'ok';
  const isAnswered = value !== null && value !== undefined;
  return isAnswered && worst !== 'client_error' ? 'partial' : worst;
}
