import type { BaseContext } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import type { OperationHooks, RequestHooks } from './operation-hooks.ts';

const refuse = (message: string, code: string) =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } });

const forRequest: RequestHooks<BaseContext> = {
  didResolveOperation: ({ schema, operation, request }) => {
    if (!operation) {
      const message = request.operationName
        ? `The document holds no operation named "${request.operationName}".`
        : 'The document holds several operations: say which one by operationName.';
      throw refuse(message, 'OPERATION_RESOLUTION_FAILURE');
    }
    const { errors } = getVariableValues(
      schema,
      operation.variableDefinitions ?? [],
      request.variables ?? {},
    );
    const [first] = errors ?? [];
    if (first) throw refuse(first.message, 'BAD_USER_INPUT');
  },
};

/**
 * Refuses an operation that the document does not hold, and variables that do not fit it (BAD_USER_INPUT), before it is
 * executed: executors of ours expect both to be sound.
 */
export const checkOperation: OperationHooks<BaseContext> = { requestDidStart: () => forRequest };
