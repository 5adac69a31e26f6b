import { type BaseContext, type GraphQLResponse, HeaderMap, type HTTPGraphQLHead } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import type { Executor, ExecutorAnswer } from './executor.ts';
import { asGraphQLError, formatErrors } from './format-errors.ts';
import type { KnownOperation } from './known-operations.ts';
import type { OperationHooks, RequestHooks } from './operation-hooks.ts';
import type { AskedOperation } from './read-request.ts';
import { WrittenAnswer } from './written-answer.ts';

interface Answer {
  status: number;
  headers: HeaderMap;
  /** In JSON. */
  text: string;
}

function headersOf({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers))
    if (value) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  return map;
}

/** A request as hooks are shown it. Few of them look at the headers. */
class ShownRequest {
  readonly method: string;
  readonly search: string;
  readonly body: unknown;
  readonly #request: FastifyRequest;
  #headers: HeaderMap | undefined;

  constructor(request: FastifyRequest) {
    const { method, url, body } = request;
    const search = url.indexOf('?');
    this.method = method;
    this.search = search === -1 ? '' : url.slice(search);
    this.body = body;
    this.#request = request;
  }

  get headers(): HeaderMap {
    this.#headers ??= headersOf(this.#request);
    return this.#headers;
  }
}

/**
 * Answers a request for an operation that was validated before, with all that the server's hooks do from then on, in the
 * order in which Apollo Server calls them. Undefined where one of them refuses the request: nothing is done then, and Apollo
 * Server is to tell why.
 */
export async function answerKnown<Context extends BaseContext>(
  known: KnownOperation,
  asked: AskedOperation,
  from: FastifyRequest,
  options: { hooks: readonly OperationHooks<Context>[]; executor: Executor; context: Context },
): Promise<Answer | undefined> {
  const { hooks, executor, context } = options;
  const http: HTTPGraphQLHead = { headers: new HeaderMap() };
  const request = {
    ...known,
    request: { ...asked, http: new ShownRequest(from) },
    response: { http },
    contextValue: context,
    metrics: {},
    requestIsBatched: false,
  };
  const called: RequestHooks<Context>[] = [];
  for (const each of hooks) {
    const forRequest = each.requestDidStart(request);
    if (forRequest) called.push(forRequest);
  }
  try {
    for (const each of called) each.didResolveOperation?.(request);
  } catch {
    return undefined;
  }
  let answer: ExecutorAnswer;
  try {
    answer = await executor({ ...known, request: asked, context, metrics: {} });
  } catch (error) {
    http.status = 500;
    answer = { errors: [asGraphQLError(error)] };
  }
  const { errors, ...rest } = answer;
  if (errors) await Promise.all(called.map(each => each.didEncounterErrors?.({ ...request, errors })));
  const singleResult = errors ? { errors: formatErrors(errors), ...rest } : rest;
  const response: GraphQLResponse = { http, body: { kind: 'single', singleResult } };
  const toSend = Object.assign(request, { response });
  for (const each of called) each.willSendResponse?.(toSend);
  const text = answer instanceof WrittenAnswer ? answer.document : JSON.stringify(singleResult);
  return { status: http.status ?? 200, headers: http.headers, text };
}
