import type {
  ApolloServerPlugin,
  BaseContext,
  GraphQLRequestContext,
  GraphQLRequestContextDidEncounterErrors,
  GraphQLRequestContextDidResolveOperation,
  GraphQLRequestContextValidationDidStart,
  GraphQLRequestContextWillSendResponse,
} from '@apollo/server';
import type { GraphQLSchema } from 'graphql';

/** What is called for one request, as it goes on. */
export interface RequestHooks<Context extends BaseContext> {
  validationDidStart?(request: GraphQLRequestContextValidationDidStart<Context>): void;
  /** Throws where the operation is refused. */
  didResolveOperation?(request: GraphQLRequestContextDidResolveOperation<Context>): void;
  didEncounterErrors?(request: GraphQLRequestContextDidEncounterErrors<Context>): Promise<void> | void;
  willSendResponse?(request: GraphQLRequestContextWillSendResponse<Context>): void;
}

/**
 * Apollo Server's hooks that look at each request (https://www.apollographql.com/docs/apollo-server/integrations/plugins), by its
 * names. Ours wait for nothing, but where something failed: a promise for each of them, at each request, costs more than they do.
 */
export interface OperationHooks<Context extends BaseContext> {
  /** Called with the schema that clients see, at the start and for each new one. */
  schemaDidLoad?(apiSchema: GraphQLSchema): void;
  /**
   * What is to be called for a request; undefined where nothing is. What keeps nothing of a request is the same for all of them:
   * objects for each request, of each of the hooks, would cost more than they do.
   */
  requestDidStart(request: GraphQLRequestContext<Context>): RequestHooks<Context> | undefined;
}

/** Hooks as a plugin of Apollo Server. */
export const asPlugin = <Context extends BaseContext>(
  hooks: OperationHooks<Context>,
): ApolloServerPlugin<Context> => ({
  serverWillStart: async () => ({
    schemaDidLoadOrUpdate: ({ apiSchema }) => hooks.schemaDidLoad?.(apiSchema),
  }),
  async requestDidStart(started) {
    const forRequest = hooks.requestDidStart(started);
    return (
      forRequest && {
        validationDidStart: async request => forRequest.validationDidStart?.(request),
        didResolveOperation: async request => forRequest.didResolveOperation?.(request),
        didEncounterErrors: async request => forRequest.didEncounterErrors?.(request),
        willSendResponse: async request => forRequest.willSendResponse?.(request),
      }
    );
  },
});
