import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, RequestListener, Server } from 'node:http';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { drainBeforeClose } from './drain.ts';
import { tellHealth } from './health.ts';
import type { InternalTls } from './internal-tls/internal-tls.ts';
import { limitUploadTime } from './limit-upload-time.ts';
import type { Logger } from './logger.ts';
import { measureRequests } from './metrics/request-metrics.ts';
import type { Check } from './readiness.ts';
import { shedLoad } from './shed-load.ts';

/** The header that carries a request's id from the gateway to the subgraphs, and from one subgraph to another. */
export const requestIdHeader = 'x-request-id';

declare module 'fastify' {
  interface FastifyRequest {
    /** When its first line had come, by performance.now(). */
    arrivedAt: number;
  }
}

/** The largest body of a request. */
export const maxBodyBytes = 100 * 1024;

/** Who sends a request more slowly than this is cut off, but where a route allows for more. */
export const uploadMilliseconds = 10_000;

/** As long as any route may allow for. */
const longestUploadMilliseconds = 150_000;

/** What a request may be called: it is written into logs, headers and tables. */
const soundId = /^[\w.-]{1,100}$/;

const codeOf = (status: number) => (status === 413 ? 'PAYLOAD_TOO_LARGE' : 'BAD_REQUEST');

// GraphQL says what a body must be like, and answers are written by ourselves: what Fastify has for schemas, 2 MB, is not loaded.
const noSchemas = (): never => {
  throw new Error('A route has a schema: have Fastify load what compiles it.');
};

const badAddress = {
  errors: [{ message: 'The address is not well formed.', extensions: { code: 'BAD_REQUEST' } }],
};

/** Refuses a request before there is a route for it: then no hook is asked. */
const refuseAddress =
  (headersFor: (request: IncomingHttpHeaders) => Record<string, string>) =>
  (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    reply
      .code(error.statusCode ?? 400)
      .headers({ ...headersFor(request.headers), [requestIdHeader]: request.id })
      .send(badAddress);
  };

/** What a server reads of a process's settings. */
export interface ServerSettings {
  MAX_REQUESTS: number;
  DRAIN_SECONDS: number;
  /** By which it speaks TLS; without it, plain HTTP. */
  INTERNAL_TLS_DIR?: InternalTls | undefined;
  /** Where health checks are answered in plain HTTP besides. */
  HOST?: string;
  HEALTH_PORT?: number | undefined;
}

/** As Fastify's own servers have it. */
const keepAliveMilliseconds = 72_000;

/**
 * The HTTP server of a process, with GET /health (it is alive) and GET /ready (503 with what is missing, and
 * from the moment it begins to close). Every answer carries its request's id. A body is 100 kB at the most. It
 * refuses what is more than it can do, and drains before it closes.
 */
export function createHttpServer(options: {
  logger: Logger;
  checks: readonly Check[];
  /** Whether an x-request-id header comes from a party we trust. */
  trustRequestId: boolean;
  /** Whether, where it speaks TLS, also who has no certificate may call; false by default. */
  takesAnyone?: boolean;
  settings: ServerSettings;
  /** The headers of the answer to a request that do not say otherwise themselves; none by default. */
  headersFor?: (request: IncomingHttpHeaders) => Record<string, string>;
}): FastifyInstance {
  const { headersFor = () => ({}), logger, settings, takesAnyone = false } = options;
  const { INTERNAL_TLS_DIR: tls } = settings;
  const times = { headersTimeout: uploadMilliseconds, requestTimeout: longestUploadMilliseconds };
  const loggerInstance: FastifyBaseLogger = logger;
  const app = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    // Each line names its request by itself: a logger for each request would be made in vain.
    childLoggerFactory: parent => parent,
    bodyLimit: maxBodyBytes,
    http: { headersTimeout: times.headersTimeout },
    requestTimeout: times.requestTimeout,
    ...(tls && {
      serverFactory: (handler: RequestListener): Server =>
        tls.createServer({ ...times, keepAliveTimeout: keepAliveMilliseconds, takesAnyone }, handler),
    }),
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    // Draining may take longer than the ten seconds that hooks are given otherwise; closeOnSignal sees to an end.
    pluginTimeout: 0,
    frameworkErrors: refuseAddress(headersFor),
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
    genReqId: request => {
      const id = options.trustRequestId ? request.headers[requestIdHeader] : undefined;
      return typeof id === 'string' && soundId.test(id) ? id : randomUUID();
    },
  });
  app.decorateRequest('arrivedAt', 0);
  // Hooks that wait for nothing are called back: a promise for each of them, at each request, would cost more than they do.
  app.addHook('onRequest', (request, _reply, done) => {
    request.arrivedAt = performance.now();
    done();
  });
  measureRequests(app);
  shedLoad(app, settings.MAX_REQUESTS);
  limitUploadTime(app, uploadMilliseconds);
  const drain = drainBeforeClose(app, settings.DRAIN_SECONDS);
  app.addHook('onSend', (request, reply, _payload, done) => {
    reply.header(requestIdHeader, request.id);
    for (const [name, value] of Object.entries(headersFor(request.headers)))
      if (!reply.hasHeader(name)) reply.header(name, value);
    if (drain.isClosing()) reply.header('connection', 'close');
    done();
  });
  tellHealth(app, { checks: options.checks, isClosing: drain.isClosing, settings });
  if (tls) {
    const stopFollowing = tls.follow(logger);
    app.addHook('onClose', async () => stopFollowing());
  }
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
