import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** How long the sending of a request to this route may take. */
    uploadMilliseconds?: number;
  }
}

/** Who was answered before all was sent may send so long on, and so hear the answer. */
const graceMilliseconds = 3_000;

/** Cuts off who sends the body of a request more slowly than its route allows: `usual`, where it says nothing of it. */
export function limitUploadTime(app: FastifyInstance, usual: number): void {
  app.addHook('onRequest', ({ raw, routeOptions }, reply, done) => {
    if (raw.method === 'GET' || raw.method === 'HEAD') return done();
    const cutOff = () => {
      if (!raw.complete) raw.destroy();
    };
    const timer = setTimeout(cutOff, routeOptions.config.uploadMilliseconds ?? usual);
    reply.raw.once('close', () => {
      clearTimeout(timer);
      if (raw.complete) return;
      setTimeout(cutOff, graceMilliseconds).unref();
      // Nobody who closes the server would see that this connection has nothing to do any more.
      raw.once('end', () => {
        if (!app.server.listening) raw.socket.destroy();
      });
    });
    done();
  });
}
