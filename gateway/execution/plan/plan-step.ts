import type { GraphQLError } from 'graphql';
import type { WrittenAnswer } from '../../../runtime/graphql-server/written-answer.ts';
import type { JsonObject } from '../../../runtime/json-object.ts';
import type { DataSources, GatewayRequest, PlanPath, SubgraphAnswer } from '../apollo-types.ts';
import type { ShownNames } from '../names-for-plan.ts';

/** One operation that is being executed. */
export interface Execution {
  readonly request: GatewayRequest;
  readonly variables: JsonObject;
  readonly dataSources: DataSources;
  readonly shownNames: ShownNames;
  /** What subgraphs have answered so far, put together. */
  data: JsonObject;
  /** The one answer that the data is, where it is written already. */
  written?: WrittenAnswer;
  readonly errors: GraphQLError[];
  /** What was asked already that other steps may ask too, and what is answered to it. */
  readonly asked: Map<string, Promise<SubgraphAnswer>>;
  /** Whether an object may stand in several places of the data. */
  hasSharedObjects: boolean;
}

/** A place of the plan in the data: a path, and the objects that it leads to, of which there is one at least. */
export interface Cursor {
  readonly path: PlanPath;
  readonly objects: readonly JsonObject[];
}

/** A compiled step of a query plan. Never rejects: what fails is told in the errors of the execution. */
export interface PlanStep {
  run(execution: Execution, cursor: Cursor): Promise<void>;
}
