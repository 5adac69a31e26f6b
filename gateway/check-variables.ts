import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import type { Context } from './context.ts';

/** Refuses variables that do not fit the operation as BAD_USER_INPUT; Apollo's gateway calls it an error of ours. */
export const checkVariables: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, operation, request }) => {
      const { errors } = getVariableValues(
        schema,
        operation?.variableDefinitions ?? [],
        request.variables ?? {},
      );
      const [first] = errors ?? [];
      if (!first) return;
      const extensions = { code: 'BAD_USER_INPUT', http: { status: 400 } };
      throw new GraphQLError(first.message, { nodes: first.nodes ?? null, extensions });
    },
  }),
};
