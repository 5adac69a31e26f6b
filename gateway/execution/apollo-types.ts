import type { ApolloGateway, executeQueryPlan, GraphQLDataSource } from '@apollo/gateway';

/** A request as Apollo Server hands it to a gateway. */
export type GatewayRequest = Parameters<ApolloGateway['executor']>[0];

/** What a gateway answers it. */
export type GatewayAnswer = Awaited<ReturnType<ApolloGateway['executor']>>;

/** What Apollo's planner makes of an operation. */
export type QueryPlan = Parameters<typeof executeQueryPlan>[0];

type Kinds<Node> = Node extends { kind: string } ? Node : never;
type OfKind<Kind extends string> = Extract<Kinds<QueryPlan['node']>, { kind: Kind }>;

/** A step of a plan, but for subscriptions, which the gateway does not have. */
export type PlanNode = Exclude<Kinds<QueryPlan['node']>, { kind: 'Subscription' }>;

export type FetchNode = OfKind<'Fetch'>;

/** A path in an answer: response names, and `@` for every element of a list. */
export type PlanPath = OfKind<'Flatten'>['path'];

export type Requirement = NonNullable<FetchNode['requires']>[number];

export type DataRewrite = NonNullable<FetchNode['inputRewrites']>[number];

/** The subgraphs, by the names that the supergraph gives them. */
export type DataSources = ReadonlyMap<string, GraphQLDataSource>;

/** What a subgraph answers. */
export type SubgraphAnswer = Awaited<ReturnType<GraphQLDataSource['process']>>;
