import type { GraphQLRequestContext } from '@apollo/server';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { OperationHooks } from '../runtime/graphql-server/operation-hooks.ts';
import type { Logger } from '../runtime/logger.ts';
import { counter, histogram } from '../runtime/metrics/instruments.ts';
import { CountedSeries, TimedSeries } from '../runtime/metrics/series.ts';
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

/** The series of one field at the root. */
interface FieldSeries {
  ended: ReadonlyMap<Outcome, CountedSeries<'type' | 'field' | 'outcome'>>;
  times: TimedSeries<'type' | 'field'>;
}

function seriesOf(labels: { type: string; field: string }): FieldSeries {
  const ended = outcomes.map(
    outcome => [outcome, new CountedSeries(operations, { ...labels, outcome })] as const,
  );
  return { ended: new Map(ended), times: new TimedSeries(duration, labels) };
}

/** Counts and times clients' operations, and logs each at the level debug. */
export function measureOperations(logger: Logger): OperationHooks<Context> {
  const known = new Map<string, FieldSeries>();
  // By the key under which each field's answer stands. Documents that are asked for again are the same ones.
  const ofOperations = new WeakMap<OperationDefinitionNode, ReadonlyMap<string, FieldSeries>>();

  function learn(type: string, field: string): FieldSeries {
    const name = `${type} ${field}`;
    const series = known.get(name) ?? seriesOf({ type, field });
    known.set(name, series);
    return series;
  }

  /** So that each series is there from the beginning, and its first error is seen as a rise. */
  function beginAtZero(schema: GraphQLSchema): void {
    for (const [type, root] of [
      ['query', schema.getQueryType()],
      ['mutation', schema.getMutationType()],
    ] as const) {
      for (const field of Object.keys(root?.getFields() ?? {})) {
        learn(type, field);
        duration.zero({ type, field });
      }
    }
  }

  function fieldsOf({
    operation,
    document,
  }: GraphQLRequestContext<Context>): ReadonlyMap<string, FieldSeries> {
    if (!operation || !document) return new Map();
    const before = ofOperations.get(operation);
    if (before) return before;
    const fields = Array.from(
      rootFields(operation, document),
      ([key, field]) => [key, learn(operation.operation, field)] as const,
    );
    const series = new Map(fields);
    ofOperations.set(operation, series);
    return series;
  }

  return {
    schemaDidLoad: beginAtZero,
    requestDidStart: () => {
      const since = performance.now();
      return {
        willSendResponse: request => {
          const { body } = request.response;
          if (body.kind !== 'single') return;
          const { data, errors = [] } = body.singleResult;
          const fields = fieldsOf(request);
          const milliseconds = performance.now() - since;
          const ended: Record<string, Outcome> = {};
          for (const [key, { ended: counts, times }] of fields) {
            const about = errors.filter(({ path }) => path === undefined || path[0] === key);
            const outcome = outcomeOf(data?.[key], about);
            ended[key] = outcome;
            counts.get(outcome)?.inc();
            if (outcome !== 'client_error' && !request.contextValue.isTurnedAway)
              times.observe(milliseconds / 1000);
          }
          if (fields.size === 0) operations.inc({ ...noField, outcome: outcomeOf(undefined, errors) });
          const type = request.operation?.operation ?? noField.type;
          logger.debug(
            { operationName: shownName(request.operationName), type, ended, milliseconds },
            'an operation ended',
          );
        },
      };
    },
  };
}
