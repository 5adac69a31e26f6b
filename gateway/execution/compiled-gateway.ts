import { ApolloGateway, type GraphQLDataSource, type SupergraphManager } from '@apollo/gateway';
import type { DocumentNode } from 'graphql';
import type { Logger } from '../../runtime/logger.ts';
import type { GatewayAnswer, GatewayRequest } from './apollo-types.ts';
import { executeOperation } from './execute-operation.ts';
import { followedSupergraph } from './followed-supergraph.ts';
import { Graph } from './graph.ts';
import { PlannedOperations } from './planned-operations.ts';

interface CompiledGatewayOptions {
  /** The SDL, or what follows the SDL and hands on each new one. */
  supergraphSdl: string | SupergraphManager;
  /** Where a subgraph of the supergraph is asked. Throws where there is none of that name. */
  dataSourceOf: (name: string) => GraphQLDataSource;
  /** What is planned before a supergraph is used: documents of one operation each, as clients send them. */
  operations: readonly DocumentNode[];
  logger: Logger;
}

/**
 * Apollo's gateway, which plans operations by its supergraph and follows changes of that; plans are compiled, and executed,
 * here. Expects operations and variables that were checked (check-operation.ts). Does not trace for Apollo's Studio.
 */
export class CompiledGateway extends ApolloGateway {
  readonly #dataSources: ReadonlyMap<string, GraphQLDataSource>;
  #operations: PlannedOperations | undefined;

  constructor({ dataSourceOf, operations, supergraphSdl, logger }: CompiledGatewayOptions) {
    const dataSources = new Map<string, GraphQLDataSource>();
    super({
      supergraphSdl: followedSupergraph(supergraphSdl),
      logger,
      buildService: ({ name }) => {
        const dataSource = dataSourceOf(name);
        dataSources.set(name, dataSource);
        return dataSource;
      },
    });
    this.#dataSources = dataSources;
    // Apollo tells of a new supergraph before any request is planned by it, and waits until this has returned.
    this.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
      const { queryPlanner } = this.__testing();
      if (!queryPlanner) throw new Error('Apollo tells of a supergraph without a planner of it.');
      const planned = new PlannedOperations(new Graph(queryPlanner, apiSchema, coreSupergraphSdl));
      for (const operation of operations) {
        try {
          planned.planBeforehand(operation);
        } catch (error) {
          logger.warn({ err: error }, 'an operation of the shop could not be planned');
        }
      }
      this.#operations = planned;
    });
  }

  override executor = (request: GatewayRequest): Promise<GatewayAnswer> => {
    if (!this.#operations) throw new Error('The gateway has no supergraph yet.');
    const { document, queryHash } = request;
    const operation = this.#operations.of(document, queryHash, request.request.operationName);
    return executeOperation(operation, request, this.#dataSources);
  };
}
