import { setTimeout as delay } from 'node:timers/promises';
import { closeOnSignal, exitOnUncaught } from '../runtime/close-on-signal.ts';
import { createHttpServer } from '../runtime/http-server.ts';
import { createLogger } from '../runtime/logger.ts';
import { metricsType } from '../runtime/metrics/metrics-server.ts';
import { reasonOf } from '../runtime/reason-of.ts';
import { checkInvariants } from './check-invariants.ts';
import type { Settings } from './env.ts';
import { freshSeconds, LastCheck } from './last-check.ts';
import { metricsOf } from './metrics.ts';
import { type Look, recordReport } from './record-report.ts';

/** Checks again and again until it is told to stop, and answers GET /metrics with what the last check found; administrators of the store are told too. */
export async function watch(settings: Settings, everySeconds: number): Promise<void> {
  const logger = createLogger('invariants', settings.logLevel);
  exitOnUncaught(logger);
  const last = new LastCheck(everySeconds);
  const stopping = new AbortController();

  const record = (look: Look, seconds: number) =>
    recordReport(settings.databases.purchase, look, {
      seconds,
      staleAfterSeconds: freshSeconds(everySeconds),
    }).catch(error =>
      logger.warn({ err: error }, 'what was found cannot be written down for administrators'),
    );

  const checkOnce = async () => {
    const start = Date.now();
    try {
      const verdict = await checkInvariants(settings.databases, settings);
      const seconds = (Date.now() - start) / 1000;
      for (const violation of verdict.violations) logger.error(violation, 'an invariant is violated');
      logger.info({ violations: verdict.violations.length, seconds }, 'checked');
      last.succeeded(await metricsOf(verdict, new Date(), seconds), Date.now());
      await record({ verdict }, seconds);
    } catch (error) {
      const failure = reasonOf(error);
      last.failed(failure);
      logger.error({ err: error }, 'the store cannot be checked');
      await record({ failure }, (Date.now() - start) / 1000);
    }
  };

  const app = createHttpServer({
    logger,
    trustRequestId: false,
    settings: { MAX_REQUESTS: 100, DRAIN_SECONDS: 0 },
    checks: [
      {
        name: 'last check',
        vital: true,
        probe: async () => {
          const found = last.read(Date.now());
          if ('failure' in found) throw new Error(found.failure);
        },
      },
    ],
  });
  // Numbers that nobody could read anew are not told as if they were: Prometheus shows the gap.
  app.get('/metrics', async (_, reply) => {
    const found = last.read(Date.now());
    return 'metrics' in found
      ? reply.type(metricsType).send(found.metrics)
      : reply.code(503).type('text/plain').send(`${found.failure}\n`);
  });
  try {
    await app.listen({ host: settings.host, port: settings.port });
  } catch (error) {
    logger.fatal(
      `cannot listen on ${settings.host}:${settings.port}: set METRICS_PORT. (${reasonOf(error)})`,
    );
    process.exit(1);
  }
  closeOnSignal(logger, [async () => stopping.abort(), () => app.close()], 0);
  while (!stopping.signal.aborted) {
    const next = Date.now() + everySeconds * 1000;
    await checkOnce();
    await delay(Math.max(0, next - Date.now()), undefined, { signal: stopping.signal }).catch(
      () => undefined,
    );
  }
}
