import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Fills a folder: nginx.conf, and the files beside this one that it includes by name. No others: where nothing changed
 * that NGINX reads, it need not reload.
 */
export function writeConfiguration(folder: string, configuration: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [, file = ''] of configuration.matchAll(/\binclude ([\w-]+\.conf);/g))
    copyFileSync(join(import.meta.dirname, file), join(folder, file));
  writeFileSync(join(folder, 'nginx.conf'), configuration);
}
