import { speakerOf } from '../../runtime/internal-keys.ts';
import { databaseSetting, migrationSetting, subgraphs } from '../../runtime/services.ts';

const databases = subgraphs.map(databaseSetting);
const migrations = subgraphs.map(migrationSetting);

/** The setting that names the administrator of a subgraph's database server: DATABASE_ADMIN_URL_AUTH and so on. */
export const administratorSetting = (subgraph: string): string =>
  `DATABASE_ADMIN_URL_${subgraph.toUpperCase()}`;

/** Who has keys of its own: every service; the worker speaks as purchase. */
export const keyOwners = ['gateway', ...subgraphs] as const;

/** The name under which a service's INTERNAL_TOKEN_KEYS are kept beside those of the others. */
export const keysNameOf = (service: string): string =>
  `INTERNAL_TOKEN_KEYS_${speakerOf(service).toUpperCase()}`;

const ofPurchase = ['INTERNAL_TOKEN_KEYS', 'AMQP_URL', databaseSetting('purchase')];

/** The settings that are secrets, by the command of the image that reads them; no command is given another one. */
export const secretReaders: Readonly<Record<string, readonly string[]>> = {
  gateway: ['INTERNAL_TOKEN_KEYS'],
  auth: ['INTERNAL_TOKEN_KEYS', 'AMQP_URL', databaseSetting('auth'), 'AUTH_SIGNING_KEY', 'ADMIN_PASSWORD'],
  catalog: [
    'INTERNAL_TOKEN_KEYS',
    'AMQP_URL',
    databaseSetting('catalog'),
    `${databaseSetting('catalog')}_READER`,
  ],
  purchase: ofPurchase,
  worker: ofPurchase,
  'create-databases': [...subgraphs.map(administratorSetting), ...databases, ...migrations],
  migrate: [...databases, ...migrations],
  invariants: databases,
};

/** The kept name of a reader's setting: that of the setting, but for the keys, of which each service has its own. */
export const keptName = (reader: string, setting: string): string =>
  setting === 'INTERNAL_TOKEN_KEYS' ? keysNameOf(reader) : setting;
