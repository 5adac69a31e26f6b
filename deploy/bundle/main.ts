import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { reasonOf } from '../../runtime/reason-of.ts';
import { places, projectFolder } from '../local/places.ts';
import { bundlePrograms } from './bundle-programs.ts';
import { findBundle, keepBundle, removeOldBundles } from './kept-bundles.ts';
import { programs } from './programs.ts';

// node deploy/bundle/main.ts: makes the bundle of the sources as they are, below .data/bundle, where it is not made yet, and
// prints its folder. node deploy/bundle/main.ts FOLDER: makes it there, in the place of what is there; a step of the Dockerfile.

/** A file that changes meanwhile may be in the bundle as it was: then it is made again. */
async function bundleInto(folder: string): Promise<string[]> {
  for (;;) {
    const began = Date.now();
    rmSync(folder, { recursive: true, force: true });
    const files = await bundlePrograms(programs, folder);
    const changedAt = (file: string) => statSync(join(projectFolder, file)).mtimeMs;
    // Clocks differ: what is said to change later does not change now.
    if (!files.map(changedAt).some(at => at >= began && at <= Date.now())) return files;
  }
}

async function makeBundle(): Promise<string> {
  mkdirSync(places.bundles, { recursive: true, mode: 0o700 });
  const making = join(places.bundles, `.making-${process.pid}`);
  try {
    const folder = keepBundle(making, await bundleInto(making));
    removeOldBundles();
    return folder;
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

try {
  const [folder] = process.argv.slice(2);
  if (folder) await bundleInto(resolve(folder));
  else console.log(findBundle() ?? (await makeBundle()));
} catch (error) {
  console.error(reasonOf(error));
  process.exitCode = 1;
}
