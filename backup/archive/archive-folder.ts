import { resolve } from 'node:path';
import { z } from 'zod';
import { projectFolder } from '../../deploy/local/places.ts';

/** Where backups are kept (BACKUP_DIR), seen from the project's folder. */
export const archiveFolder = z
  .string()
  .default('.data/backups')
  .transform(folder => resolve(projectFolder, folder))
  .describe('The folder of the backups, seen from that of the project.');
