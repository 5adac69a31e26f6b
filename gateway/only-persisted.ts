import { createHash } from 'node:crypto';
import type { ApolloServerPlugin, GraphQLRequest } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Context } from './context.ts';
import type { PersistedOperations } from './persisted-operations.ts';

const refusal = () =>
  new GraphQLError('This store takes the operations of its own shop alone, each as the shop sends it.', {
    extensions: { code: 'OPERATION_NOT_PERSISTED', http: { status: 400 } },
  });

const isListed = (text: string, operations: PersistedOperations): boolean =>
  operations.has(createHash('sha256').update(text).digest('hex'));

/**
 * Refuses the text of an operation that is not on the list (OPERATION_NOT_PERSISTED), by whatever way it comes; a hash alone is
 * looked up by Apollo, in the list. What the gateway asks itself, for pages that it renders, comes by no request and is let be.
 */
export function onlyPersisted(operations: PersistedOperations): ApolloServerPlugin<Context> {
  // Apollo takes a refusal only once a document is validated. So an empty one stands in for what is refused, which is neither
  // parsed nor validated, nor remembered.
  const refused = new WeakSet<GraphQLRequest>();
  return {
    requestDidStart: async ({ request }) => {
      if (request.http && request.query && !isListed(request.query, operations)) {
        refused.add(request);
        Object.assign(request, { query: '{ __typename }', operationName: undefined, extensions: undefined });
      }
      return {
        didResolveOperation: async () => {
          if (refused.has(request)) throw refusal();
        },
      };
    },
  };
}
