import { createServer, type Server } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { type Check, readiness } from './readiness.ts';
import { reasonOf } from './reason-of.ts';

/** What a process says of itself: a status, and what goes with it as JSON. */
type Answer = () => Promise<{ status: number; body: object }>;

/** By path. */
type Answers = ReadonlyMap<string, Answer>;

const answersOf = (checks: readonly Check[], isClosing: () => boolean): Answers =>
  new Map<string, Answer>([
    ['/health', async () => ({ status: 200, body: { alive: true } })],
    [
      '/ready',
      async () => {
        const result = await readiness(checks);
        const ready = result.ready && !isClosing();
        return { status: ready ? 200 : 503, body: { ready, checks: result.checks } };
      },
    ],
  ]);

const serverOf = (answers: Answers): Server =>
  createServer((request, response) => {
    const answer = request.method === 'GET' ? answers.get(request.url ?? '') : undefined;
    if (!answer) {
      response.writeHead(404).end();
      return;
    }
    const headers = { 'content-type': 'application/json; charset=utf-8', connection: 'close' };
    answer().then(
      ({ status, body }) => response.writeHead(status, headers).end(JSON.stringify(body)),
      () => response.writeHead(500).end(),
    );
  });

/** Answers on a port of its own as long as the app listens. Where it cannot listen it says so in one line and exits 1. */
function listenBeside(app: FastifyInstance, server: Server, host: string, port: number): void {
  const listen = (done: () => void) => {
    server.once('error', error => {
      app.log.fatal(
        `health checks cannot be answered on ${host}:${port}: set HEALTH_PORT or HOST. (${reasonOf(error)})`,
      );
      process.exit(1);
    });
    server.listen(port, host, done);
  };
  app.addHook('onListen', () => new Promise<void>(listen));
  app.addHook('onClose', async () => {
    if (!server.listening) return;
    server.close();
    server.closeAllConnections();
  });
}

/**
 * Has a process answer GET /health (it is alive) and GET /ready (503 with what is missing, and from the moment it begins to
 * close). With a HEALTH_PORT there too, in plain HTTP, and nothing else: for checks that have no certificate to show.
 */
export function tellHealth(
  app: FastifyInstance,
  options: {
    checks: readonly Check[];
    isClosing: () => boolean;
    settings: { HOST?: string; HEALTH_PORT?: number | undefined };
  },
): void {
  const { HOST: host, HEALTH_PORT: port } = options.settings;
  const answers = answersOf(options.checks, options.isClosing);
  for (const [path, answer] of answers)
    app.get(path, async (_, reply) => {
      const { status, body } = await answer();
      return reply.code(status).send(body);
    });
  if (host !== undefined && port !== undefined) listenBeside(app, serverOf(answers), host, port);
}
