import type { BaseContext } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import type { OperationHooks, RequestHooks } from './graphql-server/operation-hooks.ts';
import type { Logger } from './logger.ts';
import { isClientError } from './mask-error.ts';
import { shownName } from './operation-name.ts';

// The gateway names the subgraph that an error came from, which has logged it.
const isLoggedBySubgraph = (error: GraphQLError) => error.extensions.serviceName !== undefined;

/** Logs each error that is ours, once; clients' mistakes are not logged. */
export function logErrors<Context extends BaseContext>(logger: Logger): OperationHooks<Context> {
  const forRequest: RequestHooks<Context> = {
    didEncounterErrors: ({ errors, operationName }) => {
      for (const error of errors) {
        if (isClientError(error.extensions.code) || isLoggedBySubgraph(error)) continue;
        logger.error(
          { err: error.originalError ?? error, path: error.path, operationName: shownName(operationName) },
          'an operation failed',
        );
      }
    },
  };
  return { requestDidStart: () => forRequest };
}
