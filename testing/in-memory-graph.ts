import '../gateway/telemetry-off.ts';
import { composeServices } from '@apollo/composition';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';
import { type DocumentNode, graphql, parse } from 'graphql';
import { CompiledGateway } from '../gateway/execution/compiled-gateway.ts';
import { createLogger } from '../runtime/logger.ts';
import { InMemorySubgraph } from './in-memory-subgraph.ts';

const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@requires", "@provides", "@external", "@override", "@inaccessible", "@interfaceObject"
])\n`;

/** A subgraph of a test: its SDL without the header of federation, and what resolves it. */
export interface SubgraphSource {
  sdl: string;
  resolvers?: GraphQLResolverMap;
}

/** What a client gets, as JSON. */
export interface GraphAnswer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: (string | number)[]; extensions?: Record<string, unknown> }[];
  extensions?: Record<string, unknown>;
}

/** A gateway over subgraphs of its own, all in this process. */
export interface InMemoryGraph {
  subgraphs: ReadonlyMap<string, InMemorySubgraph>;
  ask(query: string, variables?: object, operationName?: string): Promise<GraphAnswer>;
  stop(): Promise<void>;
}

/** The same graph behind our gateway and behind Apollo's own, and as one schema without any gateway. */
export interface ComparedGraphs {
  ours: InMemoryGraph;
  apollos: InMemoryGraph;
  /** What the specification demands: the answer of one server that has everything, `whole` being its root. */
  askMonolith(whole: object, query: string, variables?: Record<string, unknown>): Promise<GraphAnswer>;
  stop(): Promise<void>;
}

const logger = createLogger('test', 'silent');

const asJson = (value: unknown) => JSON.parse(JSON.stringify(value));

async function startGraph(
  gateway: ApolloGateway,
  subgraphs: ReadonlyMap<string, InMemorySubgraph>,
): Promise<InMemoryGraph> {
  const server = new ApolloServer({
    gateway,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger,
  });
  await server.start();
  return {
    subgraphs,
    async ask(query, variables = {}, operationName) {
      const named = operationName === undefined ? {} : { operationName };
      const { body } = await server.executeOperation({ query, variables: { ...variables }, ...named });
      if (body.kind !== 'single') throw new Error('an answer in parts');
      return asJson(body.singleResult);
    },
    stop: () => server.stop(),
  };
}

/** The supergraph of subgraphs. Throws why they do not compose. */
export function composeSources(sources: Readonly<Record<string, SubgraphSource>>): string {
  const { supergraphSdl, errors = [] } = composeServices(
    Object.entries(sources).map(([name, { sdl }]) => ({
      name,
      url: `http://${name}.example`,
      typeDefs: parse(federation + sdl),
    })),
  );
  if (!supergraphSdl) throw new Error(errors.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

const openSubgraphs = (sources: Readonly<Record<string, SubgraphSource>>) =>
  new Map(
    Object.entries(sources).map(([name, { sdl, resolvers = {} }]) => [
      name,
      new InMemorySubgraph(buildSubgraphSchema([{ typeDefs: parse(federation + sdl), resolvers }])),
    ]),
  );

const dataSourceIn =
  (subgraphs: ReadonlyMap<string, InMemorySubgraph>) =>
  (name: string): GraphQLDataSource => {
    const subgraph = subgraphs.get(name);
    if (!subgraph) throw new Error(`no subgraph ${name}`);
    return subgraph;
  };

/** Starts a federated graph three times over: ours, Apollo's, and without federation. */
export async function startComparedGraphs(
  sources: Readonly<Record<string, SubgraphSource>>,
  operations: readonly DocumentNode[] = [],
): Promise<ComparedGraphs> {
  const supergraphSdl = composeSources(sources);
  const [own, other] = [openSubgraphs(sources), openSubgraphs(sources)];
  const gateway = new CompiledGateway({ supergraphSdl, operations, logger, dataSourceOf: dataSourceIn(own) });
  const apollos = new ApolloGateway({
    supergraphSdl,
    logger,
    buildService: ({ name }) => dataSourceIn(other)(name),
  });
  const graphs = { ours: await startGraph(gateway, own), apollos: await startGraph(apollos, other) };
  return {
    ...graphs,
    async askMonolith(rootValue, source, variableValues = {}) {
      if (!gateway.schema) throw new Error('no schema');
      return asJson(await graphql({ schema: gateway.schema, source, rootValue, variableValues }));
    },
    async stop() {
      await graphs.ours.stop();
      await graphs.apollos.stop();
    },
  };
}
