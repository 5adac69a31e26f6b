import {
  ApolloServer,
  type ApolloServerOptionsWithGateway,
  type ApolloServerPlugin,
  type BaseContext,
} from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { Logger } from '../logger.ts';
import { maskError } from '../mask-error.ts';
import { together } from '../together.ts';
import { answerKnown } from './answer-known.ts';
import { checkOperation } from './check-operation.ts';
import { ContentTypes } from './content-types.ts';
import type { Executing, Executor } from './executor.ts';
import { KnownOperations } from './known-operations.ts';
import { asPlugin, type OperationHooks } from './operation-hooks.ts';
import { readRequest } from './read-request.ts';

/** Apollo Server, started, and what answers HTTP requests by it. */
export interface GraphQLServer<Context extends BaseContext> {
  apollo: ApolloServer<Context>;
  /** A handler of GET and POST, in whose context each operation is executed. */
  handler(contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>): RouteHandlerMethod;
}

type Options<Context extends BaseContext> = Pick<
  ApolloServerOptionsWithGateway<Context>,
  'introspection' | 'hideSchemaDetailsFromClientErrors' | 'persistedQueries' | 'parseOptions'
> & {
  /** What tells the schema, and executes operations. */
  executing: Executing;
  /** In the order in which they are called; of what they do before validation it may not hang what they do after it. */
  hooks: readonly OperationHooks<Context>[];
  /** Apollo's own, which are not called for requests. */
  plugins: readonly ApolloServerPlugin<Context>[];
  logger: Logger;
};

/**
 * An Apollo Server, with errors masked, that does not do the same twice: operations that it has once read, parsed, validated and
 * let be executed are answered without it when they come again, with what the hooks do for each request. All else, and all that
 * is refused, it answers itself.
 */
export async function createGraphQLServer<Context extends BaseContext>({
  executing,
  hooks,
  plugins,
  logger,
  ...options
}: Options<Context>): Promise<GraphQLServer<Context>> {
  const known = new KnownOperations();
  const contentTypes = new ContentTypes();
  const allHooks = [...hooks, checkOperation];
  let executor: Executor | undefined;
  const apollo = new ApolloServer<Context>({
    ...options,
    gateway: {
      async load(settings) {
        const loaded = await executing.load(settings);
        const execute = loaded.executor;
        if (!execute) throw new Error('There is nothing that executes operations.');
        executor = execute;
        return {
          executor: request => {
            known.learn(request);
            return execute(request);
          },
        };
      },
      onSchemaLoadOrUpdate: callback =>
        executing.onSchemaLoadOrUpdate(schema => {
          known.startOver(schema.apiSchema);
          callback(schema);
        }),
      stop: () => executing.stop(),
    },
    plugins: [...allHooks.map(asPlugin), ...plugins],
    formatError: maskError,
    stringifyResult: result => JSON.stringify(result),
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger,
  });
  await apollo.start();

  return {
    apollo,
    handler(contextOf) {
      const byApollo = fastifyApolloHandler(apollo, { context: contextOf });
      return async function (request, reply) {
        const asked = readRequest(request);
        const operation = asked && known.find(asked, request.method);
        const contentType = contentTypes.of(request);
        if (asked && operation && executor && contentType !== undefined) {
          const context = await contextOf(request, reply);
          await together();
          const options = { hooks: allHooks, executor, context };
          const answer = await answerKnown(operation, asked, request, options);
          if (answer) {
            await together();
            reply.code(answer.status).header('content-type', contentType);
            for (const [name, value] of answer.headers) reply.header(name, value);
            return answer.text;
          }
        }
        const answer = await byApollo.call(this, request, reply);
        contentTypes.learn(request, reply);
        return answer;
      };
    },
  };
}
