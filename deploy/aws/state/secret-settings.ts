import { databaseSetting, migrationSetting, subgraphs } from '../../../runtime/services.ts';
import { keyOwners, keysNameOf } from '../../image/secret-readers.ts';

const databases = subgraphs.flatMap(name => [
  databaseSetting(name),
  `${databaseSetting(name)}_READER`,
  migrationSetting(name),
]);

/** The secrets that the command make-internal-keys fills: each holds a service's INTERNAL_TOKEN_KEYS. */
export const keySecrets: readonly string[] = keyOwners.map(keysNameOf);

/** The setting that a secret holds. */
export const settingOf = (secret: string): string =>
  keySecrets.includes(secret) ? 'INTERNAL_TOKEN_KEYS' : secret;

/** The secrets that Secrets Manager keeps, each a setting of that name but for the keys. */
export const secretSettings: readonly string[] = [
  ...databases,
  'DATABASE_ADMIN_URL',
  'AMQP_URL',
  'INTERNAL_TOKEN_SECRET',
  ...keySecrets,
  'ADMIN_PASSWORD',
  'AUTH_SIGNING_KEY',
];
