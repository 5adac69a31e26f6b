import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  LogController,
} from 'fastify';
import { newId } from './ids.ts';
import type { Logger } from './logger.ts';
import { type Check, readiness } from './readiness.ts';

/** The header that carries a request's id through all processes that serve it. */
export const requestIdHeader = 'x-request-id';

const maxBodyBytes = 100 * 1024;

const codeOf = (status: number) => (status === 413 ? 'PAYLOAD_TOO_LARGE' : 'BAD_REQUEST');

/**
 * The HTTP server of a process, with GET /health (it is alive) and GET /ready (503 with what is missing, and
 * from the moment it begins to close). Every answer carries its request's id. A body is 100 kB at the most.
 */
export function createHttpServer(options: {
  logger: Logger;
  checks: readonly Check[];
  /** Whether an x-request-id header comes from a party we trust. */
  trustRequestId: boolean;
}): FastifyInstance {
  const loggerInstance: FastifyBaseLogger = options.logger;
  const app = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: maxBodyBytes,
    forceCloseConnections: 'idle',
    genReqId: request => {
      const id = options.trustRequestId ? request.headers[requestIdHeader] : undefined;
      return typeof id === 'string' ? id : newId();
    },
  });
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', async (request, reply) => {
    reply.header(requestIdHeader, request.id);
    if (closing) reply.header('connection', 'close');
  });
  app.get('/health', async () => ({ alive: true }));
  app.get('/ready', async (_, reply) => {
    const result = await readiness(options.checks);
    const ready = result.ready && !closing;
    return reply.code(ready ? 200 : 503).send({ ready, checks: result.checks });
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({ errors: [{ message: `There is nothing at ${request.method} ${request.url}.` }] }),
  );
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error({ err: error, requestId: request.id }, 'a request failed');
    const message = status >= 500 ? 'Something went wrong on our side.' : error.message;
    const code = status >= 500 ? 'INTERNAL_SERVER_ERROR' : codeOf(status);
    return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
  });
  return app;
}
