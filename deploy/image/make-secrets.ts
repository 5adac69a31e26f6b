import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ringOf } from '../../runtime/internal-keys.ts';
import { databaseSetting, subgraphs } from '../../runtime/services.ts';
import { keepSigningKey } from '../local/secrets.ts';

// make-secrets FOLDER: makes what is missing of a store's secrets, one a file.
// FOLDER/store/NAME is the setting NAME of our own processes (give it as NAME_FILE); FOLDER/servers/ is what the
// databases and the broker are told: the other end of the same passwords. Their hosts are auth-database,
// catalog-database, purchase-database (each with a reader, auth-database-reader …) and broker.
// FOLDER/internal-token-keys/SERVICE is that service's INTERNAL_TOKEN_KEYS, for who gives it these in place of
// INTERNAL_TOKEN_SECRET; the worker has purchase's.

const user = 'bookstore';

/** The user who backups are taken as, where somebody makes it. */
const keeper = 'keeper';

const folder = process.argv[2];
if (!folder) {
  process.stderr.write('Say where to: make-secrets FOLDER\n');
  process.exit(2);
}
const store = join(folder, 'store');
const servers = join(folder, 'servers');
const rings = join(folder, 'internal-token-keys');
for (const each of [store, servers, rings, join(servers, 'broker')]) mkdirSync(each, { recursive: true });

/** The secret in a file, made where it is missing. The databases' images read theirs as users of their own. */
function keep(file: string, make: () => string): string {
  if (!existsSync(file)) {
    writeFileSync(file, make());
    chmodSync(file, file.startsWith(servers) ? 0o444 : 0o400);
  }
  return readFileSync(file, 'utf8');
}

const password = () => randomBytes(24).toString('base64url');

const url = (by: string, secret: string, host: string) => `mysql://${by}:${secret}@${host}:3306/bookstore`;

const keeperPassword = keep(join(servers, 'keeper-password'), password);
for (const name of subgraphs) {
  const secret = keep(join(servers, `${name}-password`), password);
  keep(join(store, databaseSetting(name)), () => url(user, secret, `${name}-database`));
  keep(join(store, `${databaseSetting(name)}_READER`), () => url(user, secret, `${name}-database-reader`));
  keep(join(store, `BACKUP_${databaseSetting(name)}`), () => url(keeper, keeperPassword, `${name}-database`));
}
keep(join(servers, 'root-password'), password);
keep(join(servers, 'replication-password'), password);
const brokerPassword = keep(join(servers, 'broker-password'), password);
keep(
  join(servers, 'broker', 'broker.conf'),
  () => `log.console = true\ndefault_user = ${user}\ndefault_pass = ${brokerPassword}\n`,
);
keep(join(store, 'AMQP_URL'), () => `amqp://${user}:${brokerPassword}@broker:5672`);
const internalSecret = keep(join(store, 'INTERNAL_TOKEN_SECRET'), () =>
  randomBytes(48).toString('base64url'),
);
for (const name of ['gateway', ...subgraphs]) keep(join(rings, name), () => ringOf(internalSecret, name));
keep(join(store, 'ADMIN_PASSWORD'), () => randomBytes(18).toString('base64url'));
keepSigningKey(join(store, 'AUTH_SIGNING_KEY'));
process.stdout.write(`The secrets are in ${folder}.\n`);
