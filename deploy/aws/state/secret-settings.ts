import { subgraphs } from '../../../runtime/services.ts';

const databases = subgraphs.flatMap(name => [
  `DATABASE_URL_${name.toUpperCase()}`,
  `DATABASE_URL_${name.toUpperCase()}_READER`,
]);

/** The settings that Secrets Manager keeps, each as a secret of its own. */
export const secretSettings: readonly string[] = [
  ...databases,
  'DATABASE_ADMIN_URL',
  'AMQP_URL',
  'INTERNAL_TOKEN_SECRET',
  'ADMIN_PASSWORD',
  'AUTH_SIGNING_KEY',
];
