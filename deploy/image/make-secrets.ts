import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ringOf } from '../../runtime/internal-keys.ts';
import { databaseSetting, migrationSetting, subgraphs } from '../../runtime/services.ts';
import { keepSigningKey } from '../local/secrets.ts';
import { administratorSetting, keptName, keyOwners, keysNameOf, secretReaders } from './secret-readers.ts';

// make-secrets FOLDER [--by-reader]: makes what is missing of a store's secrets, one a file.
// FOLDER/store/NAME is the setting NAME of our own processes (give it as NAME_FILE), but INTERNAL_TOKEN_KEYS_SERVICE is the
// INTERNAL_TOKEN_KEYS of that service, the worker's purchase's; and FOLDER/servers/ is what the databases and the broker
// are told: the other end of the same passwords. Their hosts are auth-database, catalog-database, purchase-database (each
// with a reader, auth-database-reader …) and broker.
// With --by-reader FOLDER/readers/COMMAND/NAME are copies of what each command of the image reads, for who mounts folders.

const user = 'bookstore';

/** The user who changes tables, and may do all with a database. */
const migrationUser = 'bookstore_migration';

/** The user who backups are taken as, where somebody makes it. */
const keeper = 'keeper';

const [folder, option] = process.argv.slice(2);
if (!folder || (option && option !== '--by-reader')) {
  process.stderr.write('Say where to: make-secrets FOLDER [--by-reader]\n');
  process.exit(2);
}
const store = join(folder, 'store');
const servers = join(folder, 'servers');
for (const each of [store, servers, join(servers, 'broker')]) mkdirSync(each, { recursive: true });

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
const rootPassword = keep(join(servers, 'root-password'), password);
for (const name of subgraphs) {
  const secret = keep(join(servers, `${name}-password`), password);
  const host = `${name}-database`;
  keep(join(store, databaseSetting(name)), () => url(user, secret, host));
  keep(join(store, `${databaseSetting(name)}_READER`), () => url(user, secret, `${host}-reader`));
  keep(join(store, migrationSetting(name)), () => url(migrationUser, password(), host));
  keep(join(store, administratorSetting(name)), () => url('root', rootPassword, host));
  keep(join(store, `BACKUP_${databaseSetting(name)}`), () => url(keeper, keeperPassword, host));
}
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
for (const name of keyOwners) keep(join(store, keysNameOf(name)), () => ringOf(internalSecret, name));
keep(join(store, 'ADMIN_PASSWORD'), () => randomBytes(18).toString('base64url'));
keepSigningKey(join(store, 'AUTH_SIGNING_KEY'));

/** Puts what a command reads into a folder of its own, which may be a volume; each file is there whole all the time. */
const giveTo = (reader: string, settings: readonly string[]): void => {
  const own = join(folder, 'readers', reader);
  mkdirSync(own, { recursive: true });
  for (const setting of settings) {
    const unfinished = join(own, `.${setting}`);
    rmSync(unfinished, { force: true });
    copyFileSync(join(store, keptName(reader, setting)), unfinished);
    renameSync(unfinished, join(own, setting));
  }
  for (const name of readdirSync(own)) if (!settings.includes(name)) rmSync(join(own, name));
};

if (option) for (const [reader, settings] of Object.entries(secretReaders)) giveTo(reader, settings);
process.stdout.write(`The secrets are in ${folder}.\n`);
