import { isSpanContextValid, type SpanContext } from '@opentelemetry/api';

const pattern = /^00-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})$/;

/** The span elsewhere that a traceparent of version 00 tells of (W3C Trace Context); undefined where it tells of none. */
export function parseTraceparent(text: string): SpanContext | undefined {
  const [, traceId = '', spanId = '', flags = ''] = pattern.exec(text) ?? [];
  // Of the flags the specification defines the first: recorded.
  const context = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
  return isSpanContextValid(context) ? context : undefined;
}
