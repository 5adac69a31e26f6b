import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { LeftAlone } from '../runtime/breaker.ts';
import { clientNetworkHeader } from '../runtime/client-network.ts';
import { operationTypeHeader } from '../runtime/connection-type.ts';
import { serviceUnavailable } from '../runtime/errors.ts';
import { WrittenAnswer } from '../runtime/graphql-server/written-answer.ts';
import type { InternalTls } from '../runtime/internal-tls/internal-tls.ts';
import type { InternalTokens } from '../runtime/internal-token.ts';
import { isRead } from '../runtime/is-read.ts';
import { isJsonObject, type JsonObject } from '../runtime/json-object.ts';
import { LineTooLong, TooLate } from '../runtime/line.ts';
import type { Logger } from '../runtime/logger.ts';
import { refreshTokenPart, sessionHeader } from '../runtime/session-cookie.ts';
import { originHeaders } from '../runtime/tracing/origin-headers.ts';
import { inSpan } from '../runtime/tracing/spans.ts';
import { type AskedPart, askedPart } from './asked-part.ts';
import type { Context, CookieSession } from './context.ts';
import type { SubgraphAnswer } from './execution/apollo-types.ts';
import type { FetchesInFlight } from './execution/fetches-in-flight.ts';

type Options = GraphQLDataSourceProcessOptions<Context>;
type Headers = Record<string, string>;

/** Whether what a subgraph said is an answer of GraphQL: data, errors or both. */
function isAnswer(body: unknown): body is SubgraphAnswer {
  if (!isJsonObject(body)) return false;
  const { data, errors } = body;
  if (errors !== undefined && !Array.isArray(errors)) return false;
  return isJsonObject(data) || data === null || (data === undefined && errors !== undefined);
}

const holdsDataAlone = (answer: SubgraphAnswer): answer is { data: JsonObject } =>
  isJsonObject(answer.data) && Object.keys(answer).length === 1;

/**
 * One subgraph. It is told who calls (the client's own token, which it verifies itself) and that it is the gateway
 * that asks. A subgraph that does not answer soundly in time is SERVICE_UNAVAILABLE. Operations that are given a password
 * have places, a line and a breaker of their own at auth: however many of them there are, nothing else waits for them.
 */
export class SubgraphDataSource implements GraphQLDataSource<Context> {
  readonly #name: string;
  readonly #usual: AskedPart;
  readonly #passwords: AskedPart;
  readonly #tokens: InternalTokens;
  readonly #inFlight: FetchesInFlight | undefined;
  readonly #logger: Logger;

  constructor(options: {
    name: string;
    url: string;
    /** By which it is called, where that is not plain HTTP. */
    tls?: InternalTls | undefined;
    tokens: InternalTokens;
    /** How long it may take for one request, and how many it is sent at a time. */
    timeoutMilliseconds: number;
    concurrency: number;
    /** What it and the other subgraphs are asked at the moment; undefined where each fetch is sent by itself. */
    inFlight?: FetchesInFlight | undefined;
    logger: Logger;
  }) {
    this.#name = options.name;
    this.#usual = askedPart(options.name, options);
    this.#passwords = options.name === 'auth' ? askedPart('auth_passwords', options) : this.#usual;
    this.#tokens = options.tokens;
    this.#inFlight = options.inFlight;
    this.#logger = options.logger;
  }

  async process(options: Options): Promise<SubgraphAnswer> {
    const { context } = options;
    try {
      const answer = await inSpan(
        () => ({ name: `ask ${this.#name}`, kind: 'client', attributes: { 'peer.service': this.#name } }),
        () => this.#askOrShare(options),
      );
      context.isUnderWay = true;
      return answer;
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
    return this.#usual.part.isAlive();
  }

  async close(): Promise<void> {
    for (const { part, metrics } of new Set([this.#usual, this.#passwords])) {
      metrics.stop();
      await part.close();
    }
  }

  /**
   * What changes nothing is sent once for all who ask the same at the same time without being signed in. Whoever is asks
   * alone: they may have just written, by another replica, what a fetch that is under way here was too early to see.
   */
  #askOrShare(options: Options): Promise<SubgraphAnswer> {
    const { query = '', variables, operationName } = options.request;
    const body = JSON.stringify({ query, variables, operationName });
    const caller = this.#callerHeaders(options);
    const ask = () => this.#partFor(options).metrics.measure(() => this.#ask(options, caller, body));
    if (caller[operationTypeHeader] !== 'query') return ask().finally(() => this.#inFlight?.forget());
    if (!this.#inFlight || caller.authorization || caller[sessionHeader]) return ask();
    const key = `${this.#name} ${JSON.stringify(caller)} ${body}`;
    return this.#inFlight.share(key, options.context.deadline, ask);
  }

  #partFor({ context }: Options): AskedPart {
    return context.hasPassword ? this.#passwords : this.#usual;
  }

  async #ask(options: Options, caller: Headers, body: string): Promise<SubgraphAnswer> {
    const { request, context } = options;
    const sent = { method: 'POST', path: '/graphql', body } as const;
    const {
      status,
      headers,
      body: answer,
      document,
    } = await this.#partFor(options).part.ask({
      ...sent,
      headers: Object.assign(
        { 'content-type': 'application/json' },
        originHeaders(),
        caller,
        this.#tokens.headersFor(this.#name, sent),
      ),
      isRepeatable: isRead(request.query ?? ''),
      deadline: context.deadline,
      isUnderWay: context.isUnderWay,
    });
    context.isUnderWay = true;
    if (status === 401 || !isAnswer(answer)) throw new Error(`answered ${status}`);
    const session = this.#sessionOf(context);
    if (session)
      session.setCookie = [headers['set-cookie']].flat().findLast(refreshTokenPart) ?? session.setCookie;
    return holdsDataAlone(answer) ? new WrittenAnswer(answer.data, document) : answer;
  }

  /**
   * Everything that a subgraph is told of who calls, and by what: what it answers depends on no other headers. Made anew: of
   * what a client sends nothing but what is named here comes through.
   */
  #callerHeaders(options: Options): Headers {
    const context: Partial<Context> = options.context;
    const session = this.#sessionOf(context);
    const headers: Headers = {};
    const operation = 'incomingRequestContext' in options && options.incomingRequestContext.operation;
    const mayOpenSession = this.#name === 'auth' && operation && operation.operation === 'mutation';
    // What guesses are counted by, and a new session is known by.
    const network = mayOpenSession && context.clientNetwork?.();
    const userAgent = mayOpenSession && context.userAgent;
    if (operation) headers[operationTypeHeader] = operation.operation;
    if (context.authorization) headers.authorization = context.authorization;
    if (userAgent) headers['user-agent'] = userAgent;
    if (network) headers[clientNetworkHeader] = network;
    if (session) headers[sessionHeader] = 'cookie';
    if (session?.cookie) headers.cookie = session.cookie;
    return headers;
  }

  /** The session in a cookie, which is for auth alone. */
  #sessionOf({ session }: Partial<Context>): CookieSession | undefined {
    return this.#name === 'auth' ? session : undefined;
  }
}
