import type { GraphQLRequestContext } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { OperationHooks } from '../runtime/graphql-server/operation-hooks.ts';
import type { Logger } from '../runtime/logger.ts';
import { counter, histogram } from '../runtime/metrics/instruments.ts';
import { shownName } from '../runtime/operation-name.ts';
import { rootFields } from '../runtime/root-fields.ts';
import type { Context } from './context.ts';
import { type Outcome, outcomeOf, outcomes } from './operation-outcome.ts';

// By the fields of the schema, not by the names that clients give to operations: those are theirs, so many as they like, or
// none. An operation with several fields counts with each.
const operations = counter(
  'operations_total',
  "Fields at the root of clients' operations, by how they ended.",
  ['type', 'field', 'outcome'],
);
const duration = histogram(
  'operation_duration_seconds',
  'How long operations took that ask for this field, but for those that were refused before they began.',
  ['type', 'field'],
);

/** What no field can be told of: it does not parse, or does not fit the schema. */
const noField = { type: 'none', field: 'none' };

/** So that each series is there from the beginning, and its first error is seen as a rise. */
function beginAtZero(schema: GraphQLSchema): void {
  for (const [type, root] of [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const) {
    for (const field of Object.keys(root?.getFields() ?? {})) {
      for (const outcome of outcomes) operations.inc({ type, field, outcome }, 0);
      duration.zero({ type, field });
    }
  }
}

function fieldsOf(request: GraphQLRequestContext<Context>): {
  type: string;
  fields: [key: string, field: string][];
} {
  const { operation, document } = request;
  if (!operation || !document) return { type: noField.type, fields: [] };
  return { type: operation.operation, fields: [...rootFields(operation, document)] };
}

/** Counts and times clients' operations, and logs each at the level debug. */
export function measureOperations(logger: Logger): OperationHooks<Context> {
  return {
    schemaDidLoad: beginAtZero,
    requestDidStart: () => {
      const since = performance.now();
      return {
        willSendResponse: request => {
          const { body } = request.response;
          if (body.kind !== 'single') return;
          const { data, errors = [] } = body.singleResult;
          const { type, fields } = fieldsOf(request);
          const milliseconds = performance.now() - since;
          const ended: Record<string, Outcome> = {};
          for (const [key, field] of fields) {
            const about = errors.filter(({ path }) => path === undefined || path[0] === key);
            const outcome = outcomeOf(data?.[key], about);
            ended[key] = outcome;
            operations.inc({ type, field, outcome });
            if (outcome !== 'client_error' && !request.contextValue.isTurnedAway)
              duration.observe({ type, field }, milliseconds / 1000);
          }
          if (fields.length === 0) operations.inc({ ...noField, outcome: outcomeOf(undefined, errors) });
          logger.debug(
            { operationName: shownName(request.operationName), type, ended, milliseconds },
            'an operation ended',
          );
        },
      };
    },
  };
}
