import type { FastifyInstance } from 'fastify';
import { isProbe } from '../shed-load.ts';
import { counter, histogram } from './instruments.ts';

const requests = counter('http_requests_total', 'Requests answered, but for /health and /ready.', [
  'route',
  'status',
]);
const duration = histogram(
  'http_request_duration_seconds',
  'How long requests took, from their first line to the end of the answer.',
  ['route'],
);

/** Counts and times what a server answers, by the routes that it has: nobody can make up labels. */
export function measureRequests(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    if (isProbe(request.url)) return done();
    const route = request.routeOptions.url ?? 'none';
    requests.inc({ route, status: reply.statusCode });
    duration.observe({ route }, (performance.now() - request.arrivedAt) / 1000);
    done();
  });
}
