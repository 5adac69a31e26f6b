import { databaseSetting, subgraphs } from '../../../runtime/services.ts';

const databases = subgraphs.flatMap(name => [databaseSetting(name), `${databaseSetting(name)}_READER`]);

/** The settings that Secrets Manager keeps, each as a secret of its own. */
export const secretSettings: readonly string[] = [
  ...databases,
  'DATABASE_ADMIN_URL',
  'AMQP_URL',
  'INTERNAL_TOKEN_SECRET',
  'ADMIN_PASSWORD',
  'AUTH_SIGNING_KEY',
];
