import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import { hasInternalTls } from './internal-tls/has-internal-tls.ts';
import { currencyOf } from './money.ts';
import { type ServiceName, type SubgraphName, services } from './services.ts';

// What deploy/SETTINGS.md tells of a setting is said where it is defined: by .describe(), what it is for, and by .meta():
declare module 'zod' {
  interface GlobalMeta {
    /** Which values it takes; the unit is in the setting's name. */
    values?: string;
    /** Whether it is for nobody else's eyes. */
    isSecret?: boolean;
    /** Its default, where that hangs on another setting. */
    fallbackInWords?: string;
  }
}

/** A whole number with bounds. */
export const integer = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d{1,12}$/, `must be a whole number from ${minimum} to ${maximum}`)
    .transform(Number)
    .refine(value => value >= minimum && value <= maximum, `must be from ${minimum} to ${maximum}`)
    .meta({ values: `${minimum} to ${maximum}` });

/** A whole number with bounds and a default. */
export const count = (minimum: number, maximum: number, fallback: number | (() => number)) =>
  integer(minimum, maximum).default(typeof fallback === 'number' ? () => fallback : fallback);

/** Whether this process is one of those that people use; defaults ask it when they are needed. */
export const isProduction = (): boolean => process.env.NODE_ENV === 'production';

/** Any port. */
export const port = integer(1, 65535);

/** The port that a service listens on; its default is in services.ts. */
export const portOf = (name: ServiceName) =>
  port.describe(`The port of ${name}.`).default(services[name].port);

/** Where a sister service is found: a base URL without a path. */
export const urlOf = (name: ServiceName) =>
  z
    .string()
    .regex(/^https?:\/\/[^/]+$/, 'must be a URL without a path, such as http://auth:4001')
    .refine(
      url => url.startsWith('https:') || !hasInternalTls(),
      'must begin with https, since there is an INTERNAL_TLS_DIR',
    )
    .meta({ values: `such as \`http://${name}:${services[name].port}\`` })
    .describe(
      `Where ${name} is found. Where the name in it has several addresses, requests are spread over them.`,
    )
    .default(() => `${hasInternalTls() ? 'https' : 'http'}://127.0.0.1:${services[name].port}`);

/** Where people find the shop. */
export const storeUrl = z
  .string()
  .regex(/^https?:\/\/[^/]+$/, 'must be a URL without a path, such as https://books.example')
  .meta({ values: 'such as `https://books.example`' })
  .describe(
    'Where readers find the shop: links in mails lead there, and its pages tell it to search engines (without it, what each request names).',
  );

/** mysql://user:password@host:port/database, with reserved characters percent-encoded. */
export const databaseUrl = z
  .string()
  .regex(/^mysql:\/\/[^@/]+@[^/]+\/[^/?]+(\?.*)?$/, 'must look like mysql://user:password@host:3306/database')
  .meta({ values: '`mysql://user:password@host:3306/database`', isSecret: true });

/** The database of a subgraph. */
export const databaseUrlOf = (name: SubgraphName) =>
  databaseUrl.describe(
    `The database of ${name}: MySQL 8.0 to 9.7 or MariaDB 10.11. Reserved characters are percent-encoded; \`?ssl=…\` as in [deploy/aws](aws/README.md).`,
  );

/** amqp://user:password@host:5672/vhost, or amqps://: RabbitMQ, where there is one. */
export const amqpUrl = z
  .string()
  .regex(/^amqps?:\/\/[^/]+/, 'must look like amqp://user:password@host:5672')
  .meta({ values: '`amqp://user:password@host:5672`, or `amqps://…`', isSecret: true })
  .describe('RabbitMQ 4, by which events go; without it they go straight to who listens.')
  .optional();

/** The currency that the store trades in, USD by default. */
export const currency = z
  .string()
  .default('USD')
  .transform((code, context) => {
    const found = currencyOf(code);
    if (found) return found;
    context.addIssue('must be an ISO 4217 code such as USD');
    return z.NEVER;
  })
  .meta({ values: 'ISO 4217' })
  .describe('The one currency that the store trades in. Not to be changed once there are books.');

/** true or false. */
export const flag = (fallback: boolean | (() => boolean)) =>
  z
    .enum(['true', 'false'], { error: 'must be true or false' })
    .meta({ values: '`true`, `false`' })
    .default(() => ((typeof fallback === 'boolean' ? fallback : fallback()) ? 'true' : 'false'))
    .transform(value => value === 'true');

/** Text that nobody else knows, 32 characters at least. */
export const secret = z
  .string()
  .min(32, 'must have at least 32 characters; make one by: openssl rand -base64 48')
  .meta({ values: '32 characters or more', isSecret: true });

/** An ES256 private key in PEM (PKCS #8). */
export const signingKey = z
  .string()
  .transform((pem, context) => {
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
  })
  .meta({ values: 'an ES256 private key in PEM (PKCS #8)', isSecret: true });
