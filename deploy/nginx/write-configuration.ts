import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const shared = ['proxy.conf', 'upstream.conf', 'unavailable.conf'].map(file =>
  join(import.meta.dirname, file),
);

/** Fills a folder with nginx.conf and the files that it includes by name: those of this folder, and `more`. */
export function writeConfiguration(
  folder: string,
  configuration: string,
  more: readonly string[] = [],
): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'nginx.conf'), configuration);
  for (const file of [...shared, ...more]) copyFileSync(file, join(folder, basename(file)));
}
