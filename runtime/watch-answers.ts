import type { BaseContext } from '@apollo/server';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { OperationHooks, RequestHooks } from './graphql-server/operation-hooks.ts';
import { isClientError } from './mask-error.ts';
import { counter } from './metrics/instruments.ts';
import { shownName } from './operation-name.ts';
import { rootFields } from './root-fields.ts';
import { describeSpan, failSpan } from './tracing/spans.ts';

const errorsTotal = counter(
  'graphql_errors_total',
  'GraphQL errors in the answers of this process, by code.',
  ['code'],
);

const ours = ['SERVICE_UNAVAILABLE', 'INTERNAL_SERVER_ERROR'];

const shownFields = 3;

function describe(operation: OperationDefinitionNode, document: DocumentNode, operationName: string | null) {
  const { operation: type } = operation;
  const fields = [...new Set(rootFields(operation, document).values())].slice(0, shownFields);
  return {
    name: [type, ...fields].join(' '),
    attributes: {
      'graphql.operation.type': type,
      ...(operationName && { 'graphql.operation.name': shownName(operationName) }),
    },
  };
}

/** Counts the errors in answers by their code, and says in the span of a request what was asked and what went wrong. */
export function watchAnswers<Context extends BaseContext>(): OperationHooks<Context> {
  for (const code of ours) errorsTotal.inc({ code }, 0);
  const forRequest: RequestHooks<Context> = {
    didResolveOperation: ({ operation, operationName, document }) => {
      if (operation) describeSpan(() => describe(operation, document, operationName));
    },
    willSendResponse: ({ response: { body } }) => {
      const errors = body.kind === 'single' ? body.singleResult.errors : undefined;
      for (const { extensions } of errors ?? []) {
        const code = isClientError(extensions?.code) ? String(extensions?.code) : 'INTERNAL_SERVER_ERROR';
        errorsTotal.inc({ code });
        if (ours.includes(code)) failSpan(code);
      }
    },
  };
  return { requestDidStart: () => forRequest };
}
