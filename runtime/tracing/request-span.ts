import type { RouteHandlerMethod } from 'fastify';
import { describeSpan, failSpan, inTrace, traceparentHeader } from './spans.ts';

/**
 * Has a handler work on behalf of its request: what it logs, asks of others and tells names the request, and the trace
 * where there is one. Whose traceparent is trusted, of that trace this is a part, and is recorded if that is. Anybody
 * else's begins a trace of ours, recorded or not by our own choice, that only names theirs: strangers choose neither
 * what is recorded here nor under which id.
 */
export const onBehalfOfRequest = (
  handler: RouteHandlerMethod,
  { trustsTraceparent }: { trustsTraceparent: boolean },
): RouteHandlerMethod =>
  function (request, reply) {
    const given = request.headers[traceparentHeader];
    const traceparent = typeof given === 'string' ? given : undefined;
    const origin = trustsTraceparent ? { parent: traceparent } : { link: traceparent };
    const { method, id: requestId, arrivedAt: since } = request;
    const route = request.routeOptions.url ?? '';
    const attributes = {
      'http.request.method': method,
      'http.route': route,
      'bookstore.request_id': requestId,
    };
    return inTrace(
      { requestId, ...origin },
      () => ({ name: `${method} ${route}`, kind: 'server', since, attributes }),
      async () => {
        const answer = await handler.call(this, request, reply);
        describeSpan(() => ({ attributes: { 'http.response.status_code': reply.statusCode } }));
        if (reply.statusCode >= 500) failSpan(String(reply.statusCode));
        return answer;
      },
    );
  };
