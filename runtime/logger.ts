import { type Logger, pino } from 'pino';
import { scopeHere } from './tracing/scope.ts';

export type { Logger };

// What the database quotes in a message: "Duplicate entry 'ann@example.org' for key …".
const quotedValue = /(entry|value:?) '.*?'(?= for |$)/gm;

/** An error as it is logged: without the SQL, and without the values that it was about. */
function serializeError(error: unknown) {
  if (!(error instanceof Error)) return error;
  const { type, message, stack, code, errno } = pino.stdSerializers.err(error);
  const withoutValues = (text: string | undefined) => text?.replace(quotedValue, '$1 [left out]');
  return { type, message: withoutValues(message), stack: withoutValues(stack), code, errno };
}

/** For which request, and in which trace, a line was written: to find what other processes wrote for the same. */
function origin(): object {
  const scope = scopeHere();
  if (!scope) return {};
  const { requestId, span } = scope;
  const { traceId, spanId } = span?.spanContext() ?? {};
  return { ...(requestId && { requestId }), ...(traceId && { trace_id: traceId, span_id: spanId }) };
}

/**
 * A logger of JSON lines on standard output, each with the service's name, and with the ids of the request and the trace
 * that it belongs to, if any. Bearers of secrets are left out.
 */
export function createLogger(service: string, level: string): Logger {
  return pino({
    level,
    base: { service },
    mixin: origin,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: label => ({ level: label }) },
    serializers: { err: serializeError },
    redact: {
      paths: [
        'req.headers.authorization',
        'headers.authorization',
        '*.password',
        '*.refreshToken',
        '*.accessToken',
      ],
      censor: '[left out]',
    },
  });
}
