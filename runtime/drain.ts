import { setTimeout as delay, setImmediate as nextRound } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { isProbe } from './shed-load.ts';

const quietMilliseconds = 150;
const holdMilliseconds = 1_000;

/**
 * Has the server, when it is closed, first say by /ready that it is not ready, and go on answering for
 * `drainSeconds`, each time on a connection that it then closes: time for those who send requests to turn to others.
 *
 * A load balancer that does not ask /ready, such as NGINX, goes on sending. Whoever is accepted by the kernel but not
 * by us when we stop listening is cut off, so nobody may come at that moment. Therefore, at the end, what comes is
 * held back: to a balancer that chooses the process with the fewest requests (least_conn) we look busier than all
 * others, and within a few requests it sends no more. Then we stop listening, and serve those who were held.
 */
export function drainBeforeClose(app: FastifyInstance, drainSeconds: number): { isClosing(): boolean } {
  let isClosing = false;
  let held: PromiseWithResolvers<void> | undefined;
  let lastCame = Number.POSITIVE_INFINITY;

  app.addHook('onRequest', (request, _reply, done) => {
    if (!held || isProbe(request.url)) return done();
    lastCame = performance.now();
    void held.promise.then(() => done());
  });
  const releaseWhenDeaf = async (release: () => void) => {
    while (app.server.listening) await nextRound();
    release();
  };
  app.addHook('preClose', async () => {
    isClosing = true;
    if (drainSeconds === 0) return;
    await delay(drainSeconds * 1000);
    held = Promise.withResolvers();
    const end = performance.now() + holdMilliseconds;
    while (performance.now() < Math.min(lastCame + quietMilliseconds, end)) await delay(5);
    void releaseWhenDeaf(held.resolve);
  });
  return { isClosing: () => isClosing };
}
