import { operationFromDocument } from '@apollo/federation-internals';
import type { ApolloGateway } from '@apollo/gateway';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { PlanNode } from './apollo-types.ts';
import { requiredWithArguments } from './names-for-plan.ts';

type QueryPlanner = NonNullable<ReturnType<ApolloGateway['__testing']>['queryPlanner']>;

/** A supergraph: Apollo's planner of it, and its schemas. */
export class Graph {
  /** What clients see. */
  readonly apiSchema: GraphQLSchema;
  /** With what subgraphs alone see (@inaccessible). */
  readonly schema: GraphQLSchema;
  /** The fields that @requires asks for with arguments. */
  readonly requiredWithArguments: ReadonlySet<string>;
  readonly #planner: QueryPlanner;

  constructor(planner: QueryPlanner, apiSchema: GraphQLSchema, supergraphSdl: string) {
    this.#planner = planner;
    this.requiredWithArguments = requiredWithArguments(supergraphSdl);
    this.apiSchema = apiSchema;
    this.schema = planner.supergraph.schema.toGraphQLJSSchema();
  }

  /**
   * Which subgraphs to ask for what; undefined where the operation needs none. Throws GraphQLError where the operation
   * does not fit the supergraph, or is too much to plan.
   */
  plan(document: DocumentNode, operationName: string | undefined): PlanNode | undefined {
    const operation = operationFromDocument(
      this.#planner.supergraph.apiSchema(),
      document,
      operationName === undefined ? {} : { operationName },
    );
    const { node } = this.#planner.buildQueryPlan(operation);
    if (node?.kind === 'Subscription') throw new Error('The gateway cannot do subscriptions.');
    return node;
  }
}
