import { createHash } from 'node:crypto';
import type { GraphQLRequest } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import type { PersistedOperations } from './persisted-operations.ts';
import { badRequest } from './refuse-beforehand.ts';

const isListed = (text: string, operations: PersistedOperations): boolean =>
  operations.has(createHash('sha256').update(text).digest('hex'));

/**
 * Refuses the text of an operation that is not on the list (OPERATION_NOT_PERSISTED), by whatever way it comes; a hash alone is
 * looked up by Apollo, in the list.
 */
export const onlyPersisted =
  (operations: PersistedOperations) =>
  ({ query }: GraphQLRequest): GraphQLError | undefined =>
    query && !isListed(query, operations)
      ? badRequest(
          'This store takes the operations of its own shop alone, each as the shop sends it.',
          'OPERATION_NOT_PERSISTED',
        )
      : undefined;
