import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../local/places.ts';

/** By the packages that are installed, by how TypeScript is read, and by how a bundle is made, it differs too. */
const settings = ['package.json', 'package-lock.json', 'node_modules/.package-lock.json', 'tsconfig.json'];
const makers = globSync('deploy/bundle/*.ts', { cwd: projectFolder }).filter(
  file => !file.endsWith('.test.ts'),
);

function contentOf(file: string, folder: string): string {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch {
    return 'missing';
  }
}

/**
 * A hash of what a bundle is made of: these of the project's files, the packages, the compiler's settings, and what makes it. As
 * long as it stays, so does the bundle: another file only comes in where one of these imports it. `folder` is the project's.
 */
export function hashInputs(files: readonly string[], folder: string = projectFolder): string {
  const hash = createHash('sha256').update(folder);
  for (const file of [...settings, ...makers.toSorted(), ...files])
    hash.update(`\0${file}\0`).update(contentOf(file, folder));
  return hash.digest('hex').slice(0, 16);
}
