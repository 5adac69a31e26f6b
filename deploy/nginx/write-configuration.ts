import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const beside = (file: string): string => join(import.meta.dirname, file);

/** The files beside this one that a configuration includes by name, and those that they include. */
function included(configuration: string, found = new Set<string>()): Set<string> {
  for (const [, file = ''] of configuration.matchAll(/\binclude ([\w-]+\.conf);/g)) {
    if (found.has(file)) continue;
    found.add(file);
    included(readFileSync(beside(file), 'utf8'), found);
  }
  return found;
}

/**
 * Fills a folder: nginx.conf, and the files beside this one that it includes by name. No others: where nothing changed
 * that NGINX reads, it need not reload.
 */
export function writeConfiguration(folder: string, configuration: string): void {
  mkdirSync(folder, { recursive: true });
  for (const file of included(configuration)) copyFileSync(beside(file), join(folder, file));
  writeFileSync(join(folder, 'nginx.conf'), configuration);
}
