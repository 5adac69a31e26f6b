import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { subgraphDocument } from '../schema/subgraph-sdl.ts';
import { auditRefusals } from './audit/audit-refusals.ts';
import { clientNetworkHeader } from './client-network.ts';
import { connectionTypeOf, operationTypeHeader } from './connection-type.ts';
import type { Database } from './database.ts';
import { schemaExecutor } from './execution/schema-executor.ts';
import { createGraphQLServer } from './graphql-server/graphql-server.ts';
import { createHttpServer, type ServerSettings } from './http-server.ts';
import type { InternalKeys } from './internal-keys.ts';
import { logErrors } from './log-errors.ts';
import type { Logger } from './logger.ts';
import { guard, type PermissionTable } from './permissions.ts';
import { provenSisters } from './proven-sisters.ts';
import type { Check } from './readiness.ts';
import type { SubgraphName } from './services.ts';
import { isCookieSession, SessionCookie } from './session-cookie.ts';
import type { TokenVerifier } from './token-verifier.ts';
import { onBehalfOfRequest } from './tracing/request-span.ts';
import { actAs } from './tracing/scope.ts';
import type { Caller } from './viewer.ts';
import { watchAnswers } from './watch-answers.ts';

/** What every subgraph knows of a request. */
export interface RequestFacts {
  caller: Caller;
  /** The service that sent it: "gateway", or a sister subgraph that speaks for itself. */
  sister: string;
  /** The client's User-Agent; null where there is none. */
  userAgent: string | null;
  /** Where the client's request came to the gateway from, at auth; null elsewhere, and where the gateway does not tell. */
  clientNetwork: string | null;
  /** Where it is answered from: the writer, or a reader, which may lag. */
  connectionType: 'read' | 'write';
  /** Where the client keeps its session in a cookie; null where it keeps its refresh token itself. */
  sessionCookie: SessionCookie | null;
}

const keysMilliseconds = 10_000;

const unproven = {
  errors: [{ message: 'Only the gateway may speak to a subgraph.', extensions: { code: 'UNAUTHENTICATED' } }],
};

/**
 * The server of a subgraph: POST /graphql for those who prove themselves (internal-token.ts), with the
 * permission table applied, errors masked and logged once.
 */
export async function createSubgraphServer<Context extends RequestFacts>(options: {
  name: SubgraphName;
  resolvers: GraphQLResolverMap<Context>;
  permissions: PermissionTable;
  context: (facts: RequestFacts) => Context;
  verifier: TokenVerifier;
  internalKeys: InternalKeys;
  checks: readonly Check[];
  /** Whose audit log notes what was refused. */
  database: Database;
  settings: ServerSettings;
  logger: Logger;
}) {
  const { name, logger, verifier, internalKeys, settings } = options;
  const schema = buildSubgraphSchema([{ typeDefs: subgraphDocument(name), resolvers: options.resolvers }]);
  const { apollo, handler } = await createGraphQLServer<Context>({
    executing: schemaExecutor(guard(schema, options.permissions)),
    hooks: [logErrors(logger), watchAnswers(), auditRefusals(options.database, logger)],
    // By the first Apollo would watch each field: what may be cached, the gateway says.
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginInlineTraceDisabled()],
    logger,
  });
  const app = createHttpServer({
    logger,
    checks: [...options.checks, keysOfAuth(verifier)],
    trustRequestId: true,
    settings,
  });
  provenSisters(app, internalKeys, name);
  app.addHook('onClose', () => apollo.stop());
  app.route({
    method: 'POST',
    url: '/graphql',
    onRequest: ({ sister }, reply, done) => (sister ? done() : void reply.code(401).send(unproven)),
    handler: onBehalfOfRequest(
      handler(async (request, reply) => options.context(await factsOf(request, reply, verifier))),
      { trustsTraceparent: true },
    ),
  });
  return app;
}

// Without the keys nobody is signed in here, but browsing works: after a while that is better than nothing.
function keysOfAuth(verifier: TokenVerifier): Check {
  const patienceEnds = performance.now() + keysMilliseconds;
  return {
    name: 'keys of auth',
    get vital() {
      return performance.now() < patienceEnds;
    },
    async probe() {
      if (!verifier.ready) throw new Error('auth has not told its keys yet');
    },
  };
}

async function factsOf(
  request: FastifyRequest,
  reply: FastifyReply,
  verifier: TokenVerifier,
): Promise<RequestFacts> {
  const caller = await verifier.identify(request.headers.authorization);
  actAs(caller.viewer?.id);
  return {
    caller,
    sister: request.sister,
    userAgent: request.headers['user-agent'] ?? null,
    clientNetwork: (request.sister === 'gateway' && [request.headers[clientNetworkHeader]].flat()[0]) || null,
    connectionType: connectionTypeOf({
      sister: request.sister,
      authorization: request.headers.authorization,
      operationType: request.headers[operationTypeHeader],
    }),
    sessionCookie: isCookieSession(request.headers) ? new SessionCookie(request, reply) : null,
  };
}
