import { z } from 'zod';
import { internalTokenKeys } from './internal-keys.ts';
import { internalTlsFolder } from './internal-tls/internal-tls-setting.ts';
import { count, isProduction, port, secret } from './setting-types.ts';
import { traceSettings } from './tracing/trace-settings.ts';

const environments = ['development', 'production', 'test'] as const;
const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const internalTokenSecret = secret.describe(
  'By it the services know each other: the same for all of them. Not needed where there are INTERNAL_TOKEN_KEYS.',
);
const hasKeys = Boolean(process.env.INTERNAL_TOKEN_KEYS || process.env.INTERNAL_TOKEN_KEYS_FILE);

const quoted = (words: readonly string[]): string => words.map(word => `\`${word}\``).join(', ');

/** What every process reads. */
export const processSettings = {
  NODE_ENV: z
    .enum(environments, { error: 'must be development, production or test' })
    .meta({ values: quoted(environments) })
    .describe('What the process is for. Other defaults hang on it.')
    .default('development'),
  HOST: z
    .string()
    .meta({ values: 'one address' })
    .describe(
      'What is listened on. Of a name with several addresses one alone would be drained. Under `npm start` it is the gateway’s; the others stay on loopback.',
    )
    .default('127.0.0.1'),
  LOG_LEVEL: z
    .enum(levels, { error: 'must be trace, debug, info, warn, error, fatal or silent' })
    .meta({ values: quoted(levels) })
    .describe('Which lines are logged: these and graver ones.')
    .default('info'),
  METRICS_PORT: port
    .describe(
      'Where `GET /metrics` answers, not for the public. Under `npm start`: that port and the next four, one a process.',
    )
    .optional(),
  ...traceSettings,
  INTERNAL_TOKEN_SECRET: hasKeys ? internalTokenSecret.optional() : internalTokenSecret,
  INTERNAL_TOKEN_KEYS: internalTokenKeys.optional(),
  INTERNAL_TLS_DIR: internalTlsFolder.optional(),
  HEALTH_PORT: port
    .describe(
      'Where `GET /health` and `GET /ready` answer in plain HTTP besides, not for the public: for health checks of a process that has an INTERNAL_TLS_DIR, which they could not ask.',
    )
    .optional(),
  DRAIN_SECONDS: count(0, 60, () => (isProduction() ? 3 : 0)).describe(
    'How long a process that is told to stop goes on answering, for load balancers to notice. Above 1 where others keep connections to it.',
  ),
  MAX_REQUESTS: count(1, 100_000, 1_000).describe(
    'How many requests are in progress at a time; what comes beside them is refused by 503.',
  ),
};
