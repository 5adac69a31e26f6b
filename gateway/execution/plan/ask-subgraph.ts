import type { GraphQLDataSource } from '@apollo/gateway';
import { GraphQLDataSourceRequestKind } from '@apollo/gateway/dist/datasources/types.js';
import type { FetchNode, PlanPath } from '../apollo-types.ts';
import { type JsonObject, ownValue, setOwnValue } from '../json-object.ts';
import type { Execution } from './plan-step.ts';

type SubgraphAnswer = Awaited<ReturnType<GraphQLDataSource['process']>>;

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
 * asked about. Rejects with what the data source rejects with.
 */
export function askSubgraph(
  node: FetchNode,
  execution: Execution,
  path: PlanPath,
  representations?: readonly JsonObject[],
): Promise<SubgraphAnswer> {
  const { request, dataSources } = execution;
  const dataSource = dataSources.get(node.serviceName);
  if (!dataSource) throw new Error(`There is no subgraph called "${node.serviceName}".`);
  const variables = variablesOf(node, execution.variables);
  if (representations) {
    if ('representations' in variables) throw new Error('No variable may be called "representations".');
    variables.representations = representations;
  }
  return dataSource.process({
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
}
