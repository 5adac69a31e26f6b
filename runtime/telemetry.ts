import { inTime } from './in-time.ts';
import type { Logger } from './logger.ts';
import { openMetricsServer } from './metrics/metrics-server.ts';
import { measureProcess, version } from './metrics/process-metrics.ts';
import { setSpanMaker } from './tracing/spans.ts';
import type { TraceSettings } from './tracing/trace-settings.ts';

const farewellMilliseconds = 2_000;

/** What openTelemetry reads. */
type TelemetrySettings = TraceSettings & { HOST: string; METRICS_PORT?: number | undefined };

interface Part {
  close(): Promise<void>;
}

async function openTracing(service: string, settings: TelemetrySettings, logger: Logger): Promise<Part> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers } = settings;
  if (!endpoint) return { close: async () => undefined };
  // Not loaded where it is not wanted: it takes a tenth of a second and tens of megabytes.
  const { openOtlp } = await import('./tracing/otlp-spans.ts');
  const ratio = settings.OTEL_TRACES_SAMPLER_ARG;
  const maker = openOtlp({ service, version: version(), endpoint, headers, ratio, logger });
  setSpanMaker(maker);
  return {
    async close() {
      setSpanMaker(undefined);
      // A collector that is not there keeps nobody from stopping.
      await inTime(maker.close(), farewellMilliseconds).catch(() => undefined);
    },
  };
}

async function openMetrics(settings: TelemetrySettings, logger: Logger): Promise<Part> {
  const { METRICS_PORT: port, HOST: host } = settings;
  if (port === undefined) return { close: async () => undefined };
  measureProcess();
  return openMetricsServer({ host, port }, logger);
}

/**
 * Has this process be watched: its metrics on a port of their own where METRICS_PORT is set, and traces sent where
 * OTEL_EXPORTER_OTLP_ENDPOINT is. To be closed last, so that stopping is watched too.
 */
export async function openTelemetry(
  service: string,
  settings: TelemetrySettings,
  logger: Logger,
): Promise<Part> {
  const parts = await Promise.all([openTracing(service, settings, logger), openMetrics(settings, logger)]);
  return {
    async close() {
      await Promise.all(parts.map(part => part.close()));
    },
  };
}
