import { hostname } from 'node:os';
import {
  DiagLogLevel,
  diag,
  ROOT_CONTEXT,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  type SpanExporter,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { Logger } from '../logger.ts';
import type { SpanMaker } from './spans.ts';
import { parseTraceparent } from './traceparent.ts';

const kinds = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
};

/** So long spans wait for others to be sent with: a process that is killed takes no more of them along. */
const sendMilliseconds = 2_000;

/** Where spans go, and how many traces are recorded. */
interface OtlpOptions {
  service: string;
  version: string;
  /** The collector's base URL; spans are posted as JSON to /v1/traces below it. */
  endpoint: string;
  headers: Record<string, string> | undefined;
  /** The part of the traces that begin here that is recorded, from 0 to 1. */
  ratio: number;
  logger: Logger;
}

const resourceOf = ({ service, version }: OtlpOptions) =>
  resourceFromAttributes({
    'service.namespace': 'bookstore',
    'service.name': service,
    'service.version': version,
    'service.instance.id': `${hostname()}:${process.pid}`,
  }).merge(detectResources({ detectors: [envDetector] }));

const exporterOf = ({ endpoint, headers }: OtlpOptions): SpanExporter =>
  new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces`, ...(headers && { headers }) });

/** The log tells so often that traces cannot be sent, and so much of the reason. */
const complaintMilliseconds = 60_000;
const reasonCharacters = 500;

/** What the SDK complains of, such as a collector that does not answer: as a warning, for the store goes on. */
function logComplaints(logger: Logger): void {
  let lastAt = Number.NEGATIVE_INFINITY;
  const warn = (reason: string) => {
    if (performance.now() - lastAt < complaintMilliseconds) return;
    lastAt = performance.now();
    logger.warn({ reason: reason.slice(0, reasonCharacters) }, 'traces cannot be sent');
  };
  const silent = () => undefined;
  diag.setLogger(
    { error: warn, warn, info: silent, debug: silent, verbose: silent },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
}

const contextBelow = (context: SpanContext | undefined) =>
  context ? trace.setSpanContext(ROOT_CONTEXT, context) : ROOT_CONTEXT;

const contextIn = (traceparent: string | undefined) =>
  traceparent === undefined ? undefined : parseTraceparent(traceparent);

/** Makes spans and sends them by OTLP: the only file that loads OpenTelemetry's SDK. `close` sends what is left. */
export function openOtlp(options: OtlpOptions): SpanMaker & { close(): Promise<void> } {
  logComplaints(options.logger);
  const provider = new TracerProvider({
    resource: resourceOf(options),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(options.ratio) }),
    spanLimits: { attributeValueLengthLimit: 4_000 },
    spanProcessors: [
      new BatchSpanProcessor({ exporter: exporterOf(options), scheduledDelayMillis: sendMilliseconds }),
    ],
  });
  const tracer = provider.getTracer('bookstore', options.version);
  return {
    start({ name, kind, attributes, since }, below) {
      const parent = 'spanContext' in below ? below.spanContext() : contextIn(below.parent);
      const link = 'spanContext' in below ? undefined : contextIn(below.link);
      return tracer.startSpan(
        name,
        {
          kind: kinds[kind],
          ...(attributes && { attributes }),
          ...(since !== undefined && { startTime: Date.now() - (performance.now() - since) }),
          ...(link && { links: [{ context: link }] }),
        },
        contextBelow(parent),
      );
    },
    fail(span, type) {
      span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', type);
    },
    close: () => provider.shutdown(),
  };
}
