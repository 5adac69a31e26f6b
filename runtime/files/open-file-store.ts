import { resolve } from 'node:path';
import type { z } from 'zod';
import type { Logger } from '../logger.ts';
import type { Check } from '../readiness.ts';
import { reasonOf } from '../reason-of.ts';
import type { fileSettings } from './file-settings.ts';
import type { FileStore } from './file-store.ts';
import { FolderStore } from './folder-store.ts';
import { S3Store } from './s3-store.ts';

type FileSettings = z.infer<z.ZodObject<typeof fileSettings>>;

const projectFolder = resolve(import.meta.dirname, '../..');

/**
 * Opens the files that replicas share, for reading, or for writing too. Where that is not possible, the log says at once
 * what to do, and /ready says it too; all else works without them.
 */
export async function openFileStore(
  settings: FileSettings,
  use: 'read' | 'write',
  logger: Logger,
): Promise<{ files: FileStore; check: Check }> {
  const { FILES_S3_BUCKET: bucket } = settings;
  const files = bucket
    ? await S3Store.open({
        bucket,
        region: settings.FILES_S3_REGION,
        endpoint: settings.FILES_S3_ENDPOINT,
        prefix: settings.FILES_S3_PREFIX,
      })
    : new FolderStore(resolve(projectFolder, settings.FILES_DIR));
  files.check(use).catch(error => logger.error(reasonOf(error)));
  return { files, check: { name: 'files', vital: false, probe: () => files.check('read') } };
}
