import { GraphQLDataSourceRequestKind } from '@apollo/gateway/dist/datasources/types.js';
import { type JsonObject, ownValue, setOwnValue } from '../../../runtime/json-object.ts';
import type { FetchNode, PlanPath, SubgraphAnswer } from '../apollo-types.ts';
import type { Execution } from './plan-step.ts';

/** The variables of the client that a fetch needs, as they came. */
function variablesOf({ variableUsages = [] }: FetchNode, given: JsonObject): JsonObject {
  const variables: JsonObject = {};
  for (const name of variableUsages) {
    const value = ownValue(given, name);
    if (value !== undefined) setOwnValue(variables, name, value);
  }
  return variables;
}

/**
 * Asks the subgraph of a fetch; `path` is where its answer belongs, `representations` are of the entities that it is
 * asked about, `question` is what it asks where other fetches of the plan ask the same, which is sent once then if it is about
 * the same entities. Rejects with what the data source rejects with.
 */
export function askSubgraph(
  node: FetchNode,
  execution: Execution,
  path: PlanPath,
  representations?: readonly JsonObject[],
  question?: string,
): Promise<SubgraphAnswer> {
  const { request, dataSources } = execution;
  const dataSource = dataSources.get(node.serviceName);
  if (!dataSource) throw new Error(`There is no subgraph called "${node.serviceName}".`);
  const variables = variablesOf(node, execution.variables);
  if (representations) {
    if ('representations' in variables) throw new Error('No variable may be called "representations".');
    variables.representations = representations;
  }
  const ask = () =>
    dataSource.process({
      kind: GraphQLDataSourceRequestKind.INCOMING_OPERATION,
      request: {
        query: node.operation,
        variables,
        ...(node.operationName !== undefined && { operationName: node.operationName }),
      },
      incomingRequestContext: request,
      context: request.context,
      pathInIncomingRequest: path,
    });
  if (question === undefined) return ask();
  const key = `${question} ${JSON.stringify(variables)}`;
  const answer = execution.asked.get(key) ?? ask();
  execution.asked.set(key, answer);
  return answer;
}
