import type { FastifyInstance } from 'fastify';
import { isProbe } from '../shed-load.ts';
import { counter, histogram } from './instruments.ts';
import { CountedSeries, TimedSeries } from './series.ts';

const requests = counter('http_requests_total', 'Requests answered, but for /health and /ready.', [
  'route',
  'status',
]);
const duration = histogram(
  'http_request_duration_seconds',
  'How long requests took, from their first line to the end of the answer.',
  ['route'],
);

class RouteSeries {
  readonly #route: string;
  readonly #byStatus = new Map<number, CountedSeries<'route' | 'status'>>();
  readonly #times: TimedSeries<'route'>;

  constructor(route: string) {
    this.#route = route;
    this.#times = new TimedSeries(duration, { route });
  }

  answered(status: number, seconds: number): void {
    const ofStatus =
      this.#byStatus.get(status) ?? new CountedSeries(requests, { route: this.#route, status });
    this.#byStatus.set(status, ofStatus);
    ofStatus.inc();
    this.#times.observe(seconds);
  }
}

const byRoute = new Map<string, RouteSeries>();

/** Counts and times what a server answers, by the routes that it has: nobody can make up labels. */
export function measureRequests(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    if (isProbe(request.url)) return done();
    const route = request.routeOptions.url ?? 'none';
    const ofRoute = byRoute.get(route) ?? new RouteSeries(route);
    byRoute.set(route, ofRoute);
    ofRoute.answered(reply.statusCode, (performance.now() - request.arrivedAt) / 1000);
    done();
  });
}
