import { type Logger, pino } from 'pino';

export type { Logger };

/** A logger of JSON lines on standard output, each with the service's name. Bearers of secrets are left out. */
export function createLogger(service: string, level: string): Logger {
  return pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: label => ({ level: label }) },
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
