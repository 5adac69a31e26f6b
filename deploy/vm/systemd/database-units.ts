import { databaseSetting, migrationSetting, subgraphs } from '../../../runtime/services.ts';
import { confine } from './confine.ts';
import type { Folders } from './folders.ts';
import { stayingUnit } from './staying-unit.ts';

const operator = 'bookstore-operator';
/** The one who may change tables. */
const migrator = 'bookstore-migrate';
const databaseUrls = subgraphs.map(databaseSetting);
const migrationUrls = subgraphs.map(migrationSetting);

/** A template: its instance is the release to whose schema the databases are brought. */
export function migrateUnit(folders: Folders): string {
  const release = `${folders.releases}/%i`;
  return `[Unit]
Description=Bookstore: brings the databases to the schema of release %i
After=mariadb.service

[Service]
Type=oneshot
TimeoutStartSec=infinity
WorkingDirectory=${release}
ExecStart=${release}/node_modules/.bin/node deploy/image/migrate.ts
${confine(migrator, [...databaseUrls, ...migrationUrls], folders)}
UMask=0077
`;
}

/** The oracle: it stays, checks every minute, and tells Prometheus. */
export const invariantsUnit = (folders: Folders): string =>
  stayingUnit({
    description: 'looks every minute whether stock, money and events agree',
    folders,
    run: 'invariants/main.ts --every 60',
    service: `${confine(operator, databaseUrls, folders)}\nUMask=0077`,
    restartSeconds: 10,
  });
