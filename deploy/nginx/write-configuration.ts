import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Fills a folder: nginx.conf, and the files beside this one that it may include by name. */
export function writeConfiguration(folder: string, configuration: string): void {
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(import.meta.dirname))
    if (file.endsWith('.conf')) copyFileSync(join(import.meta.dirname, file), join(folder, file));
  writeFileSync(join(folder, 'nginx.conf'), configuration);
}
