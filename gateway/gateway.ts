import { readFileSync } from 'node:fs';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { createGraphQLServer, type GraphQLServer } from '../runtime/graphql-server/graphql-server.ts';
import { logErrors } from '../runtime/log-errors.ts';
import type { Logger } from '../runtime/logger.ts';
import { watchAnswers } from '../runtime/watch-answers.ts';
import { allowCaching } from './allow-caching.ts';
import { answerCookie } from './answer-cookie.ts';
import type { Context } from './context.ts';
import { CompiledGateway } from './execution/compiled-gateway.ts';
import { readShopOperations } from './execution/shop-operations.ts';
import { limitOperation } from './limit-operation.ts';
import { measureOperations } from './measure-operations.ts';
import { onlyPersisted } from './only-persisted.ts';
import type { OperationLimits } from './operation-limits.ts';
import { knownByHash, type PersistedOperations } from './persisted-operations.ts';
import { refuseBeforehand } from './refuse-beforehand.ts';
import { soundPersistedQuery } from './sound-persisted-query.ts';
import type { SubgraphDataSource } from './subgraph-data-source.ts';
import { turnAway } from './turn-away.ts';

const committedSupergraph = () =>
  readFileSync(new URL('../schema/supergraph.graphql', import.meta.url), 'utf8');

/**
 * The federated graph of a supergraph, by default the committed one, started: plans each operation over the subgraphs
 * given, those of the shop beforehand.
 */
export async function createGateway(options: {
  supergraphSdl?: string;
  subgraphs: ReadonlyMap<string, SubgraphDataSource>;
  introspection: boolean;
  limits: OperationLimits;
  /** What clients may name by its hash, whether or not another gateway has heard of it. */
  persisted: PersistedOperations;
  /** Whether no other operations are taken. */
  onlyPersisted: boolean;
  /** Whether caches before the gateway may keep what is public for a moment. */
  cachePublicAnswers: boolean;
  logger: Logger;
}): Promise<GraphQLServer<Context>> {
  const { supergraphSdl, subgraphs, introspection, limits, persisted, logger } = options;
  return createGraphQLServer<Context>({
    executing: new CompiledGateway({
      supergraphSdl: supergraphSdl ?? committedSupergraph(),
      logger,
      operations: supergraphSdl === undefined ? readShopOperations() : [],
      dataSourceOf: name => {
        const subgraph = subgraphs.get(name);
        if (!subgraph) throw new Error(`The supergraph names a subgraph that there is not: ${name}.`);
        return subgraph;
      },
    }),
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    persistedQueries: knownByHash(persisted, options.onlyPersisted),
    parseOptions: { maxTokens: limits.MAX_OPERATION_TOKENS },
    hooks: [
      ...(options.onlyPersisted ? [refuseBeforehand(onlyPersisted(persisted))] : []),
      refuseBeforehand(soundPersistedQuery),
      limitOperation(limits),
      logErrors(logger),
      turnAway,
      answerCookie,
      ...(options.cachePublicAnswers ? [allowCaching()] : []),
      watchAnswers(),
      measureOperations(logger),
    ],
    // Apollo's own page for browsers comes from a CDN: ours is the playground, or none.
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled()],
    logger,
  });
}
