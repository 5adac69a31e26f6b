import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** How long the sending of a request to this route may take. */
    uploadMilliseconds?: number;
  }
}

/** Cuts off who sends the body of a request more slowly than its route allows: `usual`, where it says nothing of it. */
export function limitUploadTime(app: FastifyInstance, usual: number): void {
  app.addHook('onRequest', async ({ raw, routeOptions }, reply) => {
    if (raw.method === 'GET' || raw.method === 'HEAD') return;
    const timer = setTimeout(() => {
      if (!raw.complete) raw.destroy();
    }, routeOptions.config.uploadMilliseconds ?? usual);
    reply.raw.once('close', () => clearTimeout(timer));
  });
}
