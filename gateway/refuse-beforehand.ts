import type { GraphQLRequest } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { OperationHooks } from '../runtime/graphql-server/operation-hooks.ts';
import type { Context } from './context.ts';

/** A refusal of a request as it came: HTTP 400, with a stable code. */
export const badRequest = (message: string, code = 'BAD_REQUEST') =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } });

/**
 * Refuses requests of clients by how they came, before anything is looked up or parsed. What the gateway asks itself, for pages
 * that it renders, comes by no HTTP and is let be.
 */
export function refuseBeforehand(
  refusalOf: (request: GraphQLRequest) => GraphQLError | undefined,
): OperationHooks<Context> {
  // Apollo takes a refusal only once a document is validated. So an empty operation stands in for what is refused.
  const standIn = { query: '{ __typename }', operationName: undefined, extensions: undefined };
  return {
    requestDidStart: ({ request }) => {
      const refusal = request.http && refusalOf(request);
      if (!refusal) return undefined;
      Object.assign(request, standIn);
      return {
        didResolveOperation() {
          throw refusal;
        },
      };
    },
  };
}
