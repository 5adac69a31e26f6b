import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { type GraphQLSchema, graphql } from 'graphql';

type Answer = Awaited<ReturnType<GraphQLDataSource['process']>>;

/** A subgraph in this process: what it is asked is kept, and it answers what its schema resolves, as JSON. */
export class InMemorySubgraph implements GraphQLDataSource {
  readonly #schema: GraphQLSchema;
  readonly received: { query: string; variables: Record<string, unknown> }[] = [];
  /** Throws instead of an answer, or changes it. */
  fault: ((answer: Answer) => Answer) | undefined;

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  async process({ request, context }: GraphQLDataSourceProcessOptions): Promise<Answer> {
    const { query = '', variables = {}, operationName } = JSON.parse(JSON.stringify(request));
    this.received.push({ query, variables });
    const answer = await graphql({
      schema: this.#schema,
      source: query,
      variableValues: variables,
      operationName,
      contextValue: context,
    });
    const json: Answer = JSON.parse(JSON.stringify(answer));
    return this.fault ? this.fault(json) : json;
  }
}
