import { type Logger, pino } from 'pino';

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

/** A logger of JSON lines on standard output, each with the service's name. Bearers of secrets are left out. */
export function createLogger(service: string, level: string): Logger {
  return pino({
    level,
    base: { service },
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
