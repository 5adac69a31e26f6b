import { serviceNames } from '../../../runtime/services.ts';
import { processes } from '../processes.ts';
import { backupUnits } from './backup-units.ts';
import { invariantsUnit, migrateUnit } from './database-units.ts';
import type { Folders } from './folders.ts';
import { serviceUnit, type VmSettings } from './service-unit.ts';
import { certificateUnits, hungUnits, tellUnit } from './watch-units.ts';

const target = `[Unit]
Description=Bookstore
Wants=${processes.map(({ unit }) => unit).join(' ')} bookstore-invariants.service bookstore-backup.service

[Install]
WantedBy=multi-user.target
`;

/** All units of a store, by file name. bookstore.target stands for all its processes. */
export const unitsOf = (folders: Folders, settings: VmSettings): Record<string, string> => ({
  'bookstore.target': target,
  ...Object.fromEntries(
    serviceNames.map(service => [`bookstore-${service}@.service`, serviceUnit(service, folders, settings)]),
  ),
  'bookstore-migrate@.service': migrateUnit(folders),
  'bookstore-invariants.service': invariantsUnit(folders),
  ...backupUnits(folders),
  ...certificateUnits(folders),
  ...hungUnits(folders),
  'bookstore-tell@.service': tellUnit(folders),
});
