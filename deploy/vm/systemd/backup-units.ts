import { databaseSetting, subgraphs } from '../../../runtime/services.ts';
import { confine } from './confine.ts';
import type { Folders } from './folders.ts';
import { stayingUnit } from './staying-unit.ts';
import { timer } from './timer.ts';

const user = 'bookstore-backup';
const databaseUrls = subgraphs.map(name => `BACKUP_${databaseSetting(name)}`);

/** Where these are not, the databases are elsewhere, and nobody has asked for a backup from here. */
const condition = ({ configuration }: Folders): string =>
  databaseUrls.map(name => `ConditionPathExists=${configuration}/secrets/${name}`).join('\n');

/** Stays: copies the databases' logs as they grow, takes a snapshot a day, and removes old ones. */
const backupUnit = (folders: Folders): string =>
  stayingUnit({
    description: 'backs the databases up',
    folders,
    run: 'backup/main.ts --every 24',
    conditions: `${condition(folders)}\n`,
    service: `Environment=BACKUP_DIR=${folders.backups}
${confine(user, databaseUrls, folders)}
ReadWritePaths=${folders.backups}
UMask=0077`,
    restartSeconds: 10,
  });

/** Looks whether the newest snapshot is young enough and the logs are copied; where not, the unit fails, and so is told. */
const checkUnit = (folders: Folders): string => `[Unit]
Description=Bookstore: looks whether the backup is up to date
OnFailure=bookstore-tell@%n.service
${condition(folders)}

[Service]
Type=oneshot
WorkingDirectory=${folders.current}
ExecStart=${folders.current}/node_modules/.bin/node backup/main.ts --check
Environment=BACKUP_DIR=${folders.backups}
${confine(user, [], folders)}
UMask=0077
`;

/** A backup that goes on all the time, and what looks each hour whether it does. */
export const backupUnits = (folders: Folders): Record<string, string> => ({
  'bookstore-backup.service': backupUnit(folders),
  'bookstore-backup-check.service': checkUnit(folders),
  'bookstore-backup-check.timer': timer(
    'looks each hour whether the backup is up to date',
    'OnActiveSec=15min\nOnUnitActiveSec=1h',
  ),
});
