import { databaseSetting, subgraphs } from '../../../runtime/services.ts';
import { confine } from './confine.ts';
import type { Folders } from './folders.ts';
import { stayingUnit } from './staying-unit.ts';

const user = 'bookstore-operator';
const databaseUrls = subgraphs.map(databaseSetting);

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
${confine(user, databaseUrls, folders)}
UMask=0077
`;
}

/** The oracle: it stays, checks every minute, and tells Prometheus. */
export const invariantsUnit = (folders: Folders): string =>
  stayingUnit({
    description: 'looks every minute whether stock, money and events agree',
    folders,
    run: 'invariants/main.ts --every 60',
    service: `${confine(user, databaseUrls, folders)}\nUMask=0077`,
    restartSeconds: 10,
  });
