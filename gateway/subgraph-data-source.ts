import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { Pool } from 'undici';
import { z } from 'zod';
import { serviceUnavailable } from '../runtime/errors.ts';
import { requestIdHeader } from '../runtime/http-server.ts';
import { type InternalTokens, internalTokenHeader } from '../runtime/internal-token.ts';
import type { Logger } from '../runtime/logger.ts';
import type { SubgraphName } from '../runtime/services.ts';
import type { Context } from './context.ts';

type Answer = Awaited<ReturnType<GraphQLDataSource['process']>>;

const answer = z.looseObject({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.unknown()).optional(),
});

const isAnswer = (body: unknown): body is Answer => {
  const { success, data } = answer.safeParse(body);
  return success && (data.data !== undefined || data.errors !== undefined);
};

/**
 * One subgraph, over a pool of kept connections, with a time limit on each request. It is told who calls (the
 * client's own token, which it verifies itself) and that it is the gateway that asks. A subgraph that does not
 * answer soundly in time is SERVICE_UNAVAILABLE.
 */
export class SubgraphDataSource implements GraphQLDataSource<Context> {
  readonly #name: SubgraphName;
  readonly #pool: Pool;
  readonly #tokens: InternalTokens;
  readonly #timeoutMilliseconds: number;
  readonly #logger: Logger;

  constructor(options: {
    name: SubgraphName;
    url: string;
    tokens: InternalTokens;
    timeoutMilliseconds: number;
    logger: Logger;
  }) {
    this.#name = options.name;
    this.#pool = new Pool(options.url, { connections: 256, connect: { timeout: 2_000 } });
    this.#tokens = options.tokens;
    this.#timeoutMilliseconds = options.timeoutMilliseconds;
    this.#logger = options.logger;
  }

  async process({ request, context }: GraphQLDataSourceProcessOptions<Context>): Promise<Answer> {
    const { query, variables, operationName } = request;
    try {
      const response = await this.#pool.request({
        method: 'POST',
        path: '/graphql',
        headers: this.#headers(context),
        body: JSON.stringify({ query, variables, operationName }),
        signal: AbortSignal.timeout(this.#timeoutMilliseconds),
      });
      const body: unknown = await response.body.json();
      if (response.statusCode === 401 || !isAnswer(body)) throw new Error(`answered ${response.statusCode}`);
      return body;
    } catch (error) {
      this.#logger.warn(
        { err: error, subgraph: this.#name, requestId: context.requestId },
        'a subgraph did not answer',
      );
      throw serviceUnavailable(this.#name);
    }
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  #headers(context: Partial<Context>): Record<string, string> {
    return {
      'content-type': 'application/json',
      [internalTokenHeader]: this.#tokens.for(this.#name),
      ...(context.requestId && { [requestIdHeader]: context.requestId }),
      ...(context.authorization && { authorization: context.authorization }),
      ...(context.userAgent && { 'user-agent': context.userAgent }),
    };
  }
}
