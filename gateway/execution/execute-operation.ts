import { GraphQLError } from 'graphql';
import type { JsonObject } from '../../runtime/json-object.ts';
import type { DataSources, GatewayAnswer, GatewayRequest } from './apollo-types.ts';
import { mergeAnswer } from './merge-answer.ts';
import type { Execution } from './plan/plan-step.ts';
import type { CompiledOperation, PlannedOperation } from './planned-operation.ts';
import { failed, Projecting } from './projection/projecting.ts';

/** The data in the client's shape, with the errors of subgraphs, or else with what of the data is not sound. */
function complete({ projection }: CompiledOperation, execution: Execution): GatewayAnswer {
  const { data, errors, hasSharedObjects } = execution;
  const projecting = new Projecting({ remembers: hasSharedObjects });
  const projected = projection.project(data, projecting);
  const shown = projected === failed ? null : projected;
  if (errors.length > 0) return { errors, data: shown };
  // As Apollo's gateway and router tell it. Where subgraphs told errors, these are most likely what follows from them.
  return projecting.errors.length > 0
    ? { data: shown, extensions: { valueCompletion: projecting.errors } }
    : { data: shown };
}

/** Asks the subgraphs what an operation needs, and answers it. Errors of subgraphs and of the request are in the answer. */
export async function executeOperation(
  operation: PlannedOperation,
  request: GatewayRequest,
  dataSources: DataSources,
): Promise<GatewayAnswer> {
  const variables: JsonObject = request.request.variables ?? {};
  const execution: Execution = {
    request,
    variables,
    dataSources,
    shownNames: operation.shownNames,
    data: {},
    errors: [],
    asked: new Map(),
    hasSharedObjects: false,
  };
  let compiled: CompiledOperation;
  try {
    compiled = operation.compiledFor(variables);
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
  await compiled.plan?.run(execution, { path: [], objects: [execution.data] });
  if (compiled.introspect) mergeAnswer(execution.data, compiled.introspect(variables));
  const { data, errors, written } = execution;
  if (!compiled.isAnswerInShape || !compiled.projection.isSound(data)) return complete(compiled, execution);
  return errors.length > 0 ? { errors, data } : (written ?? { data });
}
