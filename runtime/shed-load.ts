import type { FastifyInstance, FastifyRequest } from 'fastify';
import { measureShedding } from './metrics/shedding-metrics.ts';

const busy = {
  errors: [
    {
      message: 'The store is too busy at the moment. Try again.',
      extensions: { code: 'SERVICE_UNAVAILABLE' },
    },
  ],
};

/** What orchestrators ask is answered always. */
export const isProbe = (url: string): boolean => url === '/health' || url === '/ready';

/**
 * Refuses at once, by 503 and when to come again, what comes while `maxRequests` are in progress: so many are
 * served in time and in bounded memory. A request is in progress from its first byte until its answer is made, also
 * where its client has gone.
 */
export function shedLoad(app: FastifyInstance, maxRequests: number): void {
  const inProgress = new Set<FastifyRequest>();
  const metrics = measureShedding(() => inProgress.size);
  app.addHook('onClose', async () => metrics.stop());
  app.addHook('onRequest', (request, reply, done) => {
    if (isProbe(request.url)) return done();
    if (inProgress.size >= maxRequests) {
      metrics.refused();
      reply.code(503).header('retry-after', '1').send(busy);
      return;
    }
    inProgress.add(request);
    reply.raw.once('close', () => {
      if (!request.raw.complete) inProgress.delete(request);
    });
    done();
  });
  app.addHook('onSend', (request, _reply, _payload, done) => {
    inProgress.delete(request);
    done();
  });
}
