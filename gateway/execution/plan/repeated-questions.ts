import type { FetchNode, PlanNode } from '../apollo-types.ts';
import { fetchesOf } from './fetches-of.ts';

/** What a fetch asks about whatever entities: the planner gives each a name of its own, which does not matter. */
const questionOf = ({ serviceName, operation, operationName }: FetchNode): string =>
  `${serviceName} ${operationName === undefined ? operation : operation.replace(operationName, '')}`;

/**
 * What several fetches of a plan ask, at several places, by each of these fetches. None of a plan that changes anything: what is asked
 * after one change may be answered otherwise after the next.
 */
export function repeatedQuestions(plan: PlanNode | undefined): ReadonlyMap<FetchNode, string> {
  const fetches = fetchesOf(plan).map(({ fetch }) => fetch);
  if (fetches.some(({ operationKind }) => operationKind !== 'query')) return new Map();
  const byQuestion = Map.groupBy(
    fetches.filter(({ requires, outputRewrites }) => requires && !outputRewrites?.length),
    questionOf,
  );
  return new Map(
    [...byQuestion].flatMap(([question, asking]) =>
      asking.length > 1 ? asking.map(fetch => [fetch, question] as const) : [],
    ),
  );
}
