import { join, resolve } from 'node:path';
import { z } from 'zod';
import { places } from '../../deploy/local/places.ts';

/** Where backups are kept (BACKUP_DIR): .data/backups by default. */
export const archiveFolder = z
  .string()
  .default(join(places.data, 'backups'))
  .transform(folder => resolve(folder))
  .describe('The folder of the backups.');
