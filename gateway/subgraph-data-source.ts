import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { z } from 'zod';
import { LeftAlone } from '../runtime/breaker.ts';
import { clientNetworkHeader } from '../runtime/client-network.ts';
import { operationTypeHeader } from '../runtime/connection-type.ts';
import { serviceUnavailable } from '../runtime/errors.ts';
import type { InternalTokens } from '../runtime/internal-token.ts';
import { isRead } from '../runtime/is-read.ts';
import { LineTooLong, TooLate } from '../runtime/line.ts';
import type { Logger } from '../runtime/logger.ts';
import { PartMetrics } from '../runtime/metrics/part-metrics.ts';
import { Part } from '../runtime/part.ts';
import type { SubgraphName } from '../runtime/services.ts';
import { refreshTokenPart, sessionHeader } from '../runtime/session-cookie.ts';
import { originHeaders } from '../runtime/tracing/origin-headers.ts';
import { inSpan } from '../runtime/tracing/spans.ts';
import type { Context, CookieSession } from './context.ts';

type Options = GraphQLDataSourceProcessOptions<Context>;
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
 * One subgraph. It is told who calls (the client's own token, which it verifies itself) and that it is the gateway
 * that asks. A subgraph that does not answer soundly in time is SERVICE_UNAVAILABLE.
 */
export class SubgraphDataSource implements GraphQLDataSource<Context> {
  readonly #name: SubgraphName;
  readonly #part: Part;
  readonly #metrics: PartMetrics;
  readonly #tokens: InternalTokens;
  readonly #logger: Logger;

  constructor(options: {
    name: SubgraphName;
    url: string;
    tokens: InternalTokens;
    /** How long it may take for one request, and how many it is sent at a time. */
    timeoutMilliseconds: number;
    concurrency: number;
    logger: Logger;
  }) {
    this.#name = options.name;
    this.#part = new Part(options);
    this.#metrics = new PartMetrics(options.name, () => this.#part.replicas);
    this.#tokens = options.tokens;
    this.#logger = options.logger;
  }

  async process(options: Options): Promise<Answer> {
    const { context } = options;
    try {
      return await this.#metrics.measure(() =>
        inSpan(
          () => ({ name: `ask ${this.#name}`, kind: 'client', attributes: { 'peer.service': this.#name } }),
          () => this.#ask(options),
        ),
      );
    } catch (error) {
      if ([LineTooLong, TooLate, LeftAlone].some(reason => error instanceof reason))
        context.isTurnedAway = true;
      else {
        this.#logger.warn({ err: error, subgraph: this.#name }, 'a subgraph did not answer');
      }
      throw serviceUnavailable(this.#name);
    }
  }

  /** Resolves when the subgraph says that it is alive. */
  isAlive(): Promise<void> {
    return this.#part.isAlive();
  }

  close(): Promise<void> {
    this.#metrics.stop();
    return this.#part.close();
  }

  async #ask(options: Options): Promise<Answer> {
    const { request, context } = options;
    const { query = '', variables, operationName } = request;
    const sent = {
      method: 'POST',
      path: '/graphql',
      body: JSON.stringify({ query, variables, operationName }),
    } as const;
    const { status, headers, body } = await this.#part.ask({
      ...sent,
      headers: { ...this.#headers(options), ...this.#tokens.headersFor(this.#name, sent) },
      isRepeatable: isRead(query),
      deadline: context.deadline,
      isUnderWay: context.isUnderWay,
    });
    context.isUnderWay = true;
    if (status === 401 || !isAnswer(body)) throw new Error(`answered ${status}`);
    const session = this.#sessionOf(context);
    if (session)
      session.setCookie = [headers['set-cookie']].flat().findLast(refreshTokenPart) ?? session.setCookie;
    return body;
  }

  // Made anew: of what a client sends nothing but what is named here comes through.
  #headers(options: Options): Record<string, string> {
    const context: Partial<Context> = options.context;
    const session = this.#sessionOf(context);
    const network = this.#name === 'auth' && context.clientNetwork;
    const operation = 'incomingRequestContext' in options && options.incomingRequestContext.operation;
    return {
      'content-type': 'application/json',
      ...(operation && { [operationTypeHeader]: operation.operation }),
      ...originHeaders(),
      ...(context.authorization && { authorization: context.authorization }),
      ...(context.userAgent && { 'user-agent': context.userAgent }),
      ...(network && { [clientNetworkHeader]: network }),
      ...(session && { [sessionHeader]: 'cookie' }),
      ...(session?.cookie && { cookie: session.cookie }),
    };
  }

  /** The session in a cookie, which is for auth alone. */
  #sessionOf({ session }: Partial<Context>): CookieSession | undefined {
    return this.#name === 'auth' ? session : undefined;
  }
}
