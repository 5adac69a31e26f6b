import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import { currencyOf } from './money.ts';
import { type ServiceName, services } from './services.ts';
import { traceSettings } from './tracing/trace-settings.ts';

const integer = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d{1,12}$/, `must be a whole number from ${minimum} to ${maximum}`)
    .transform(Number)
    .refine(value => value >= minimum && value <= maximum, `must be from ${minimum} to ${maximum}`);

/** A whole number with bounds and a default. */
export const count = (minimum: number, maximum: number, fallback: number) =>
  integer(minimum, maximum).default(fallback);

/** The port that a service listens on; its default is in services.ts. */
export const portOf = (name: ServiceName) => integer(1, 65535).default(services[name].port);

/** A port that is given, or none. */
export const optionalPort = integer(1, 65535).optional();

/** Where a sister service is found: a base URL without a path. */
export const urlOf = (name: ServiceName) =>
  z
    .string()
    .regex(/^https?:\/\/[^/]+$/, 'must be a URL without a path, such as http://auth:4001')
    .default(`http://127.0.0.1:${services[name].port}`);

/** mysql://user:password@host:port/database, with reserved characters percent-encoded. */
export const databaseUrl = z
  .string()
  .regex(
    /^mysql:\/\/[^@/]+@[^/]+\/[^/?]+(\?.*)?$/,
    'must look like mysql://user:password@host:3306/database',
  );

/** amqp://user:password@host:5672/vhost, or amqps://. */
export const amqpUrl = z.string().regex(/^amqps?:\/\/[^/]+/, 'must look like amqp://user:password@host:5672');

/** The currency that the store trades in, USD by default. */
export const currency = z
  .string()
  .default('USD')
  .transform((code, context) => {
    const found = currencyOf(code);
    if (found) return found;
    context.addIssue('must be an ISO 4217 code such as USD');
    return z.NEVER;
  });

/** true or false. */
export const flag = (fallback: boolean) =>
  z
    .enum(['true', 'false'], { error: 'must be true or false' })
    .default(fallback ? 'true' : 'false')
    .transform(value => value === 'true');

/** Text that nobody else knows, 32 characters at least. */
export const secret = z
  .string()
  .min(32, 'must have at least 32 characters; make one by: openssl rand -base64 48');

/** An ES256 private key in PEM (PKCS #8). */
export const signingKey = z.string().transform((pem, context) => {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1') return key;
  } catch {
    // Told below, like a key of another kind.
  }
  context.addIssue(
    'must be an ES256 private key in PEM; make one by: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256',
  );
  return z.NEVER;
});

/** What every process reads. */
export const commonSettings = {
  NODE_ENV: z
    .enum(['development', 'production', 'test'], { error: 'must be development, production or test' })
    .default('development'),
  /** One address: of a name with several, such as localhost, the server drains one alone. */
  HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'must be trace, debug, info, warn, error, fatal or silent',
    })
    .default('info'),
  /** Where GET /metrics is answered; nowhere by default. */
  METRICS_PORT: optionalPort,
  ...traceSettings,
  INTERNAL_TOKEN_SECRET: secret,
  /** How long a process that is told to stop goes on answering, for load balancers to notice. */
  DRAIN_SECONDS: count(0, 60, process.env.NODE_ENV === 'production' ? 3 : 0),
  /** How many requests are in progress at a time; what comes beside them is refused. */
  MAX_REQUESTS: count(1, 100_000, 1_000),
  /** The patience of a service with another one. */
  SISTER_TIMEOUT_MS: count(100, 60_000, 1_500),
};
