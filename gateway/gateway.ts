import { readFileSync } from 'node:fs';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { logErrors } from '../runtime/log-errors.ts';
import type { Logger } from '../runtime/logger.ts';
import { maskError } from '../runtime/mask-error.ts';
import { watchAnswers } from '../runtime/watch-answers.ts';
import { answerCookie } from './answer-cookie.ts';
import { checkOperation } from './check-operation.ts';
import type { Context } from './context.ts';
import { limitOperation } from './limit-operation.ts';
import { measureOperations } from './measure-operations.ts';
import { onlyPersisted } from './only-persisted.ts';
import type { OperationLimits } from './operation-limits.ts';
import { listedAlone, type PersistedOperations } from './persisted-operations.ts';
import { refuseBeforehand } from './refuse-beforehand.ts';
import { soundPersistedQuery } from './sound-persisted-query.ts';
import type { SubgraphDataSource } from './subgraph-data-source.ts';
import { turnAway } from './turn-away.ts';

const supergraphSdl = readFileSync(new URL('../schema/supergraph.graphql', import.meta.url), 'utf8');

/** The federated graph of the committed supergraph, started: plans each operation over the subgraphs given. */
export async function createGateway(options: {
  subgraphs: ReadonlyMap<string, SubgraphDataSource>;
  introspection: boolean;
  limits: OperationLimits;
  /** Where no other operations are taken. */
  persisted: PersistedOperations | undefined;
  logger: Logger;
}): Promise<ApolloServer<Context>> {
  const { subgraphs, introspection, limits, persisted, logger } = options;
  const apollo = new ApolloServer<Context>({
    gateway: new ApolloGateway({
      supergraphSdl,
      logger,
      buildService: ({ name }) => {
        const subgraph = subgraphs.get(name);
        if (!subgraph) throw new Error(`The supergraph names a subgraph that there is not: ${name}.`);
        return subgraph;
      },
    }),
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    ...(persisted && { persistedQueries: listedAlone(persisted) }),
    parseOptions: { maxTokens: limits.MAX_OPERATION_TOKENS },
    formatError: maskError,
    // Apollo's own page for browsers comes from a CDN: ours is the playground, or none.
    plugins: [
      ...(persisted ? [refuseBeforehand(onlyPersisted(persisted))] : []),
      refuseBeforehand(soundPersistedQuery),
      limitOperation(limits),
      checkOperation,
      logErrors(logger),
      turnAway,
      answerCookie,
      watchAnswers(),
      measureOperations(logger),
      ApolloServerPluginLandingPageDisabled(),
    ],
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger,
  });
  await apollo.start();
  return apollo;
}
