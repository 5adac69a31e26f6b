import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** How long a file of an earlier build stays: a gateway that runs meanwhile still names it in its pages. */
const keepMilliseconds = 24 * 60 * 60 * 1000;

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
}

/** A hash of all that is built from: the files of the folder, tests and what was built aside, and those outside. */
async function hashInputs(folder: string, outsideInputs: readonly string[]): Promise<string> {
  const dist = join(folder, 'dist');
  const files = (await filesOf(folder))
    .filter(file => !file.startsWith(dist) && !file.endsWith('.test.ts') && !file.endsWith('.md'))
    .sort();
  const hash = createHash('sha256');
  for (const file of [...outsideInputs.map(path => join(folder, path)), ...files]) {
    hash.update(relative(folder, file)).update(await readFile(file));
  }
  return hash.digest('hex');
}

/** Puts a finished build in place, its pages last, so that a gateway that runs meanwhile serves a whole one. */
async function publish(staging: string, dist: string): Promise<void> {
  const isPage = (file: string) => file.endsWith('.html');
  const built = (await filesOf(staging)).sort((one, other) => Number(isPage(one)) - Number(isPage(other)));
  const kept = new Set(built.map(file => relative(staging, file)));
  for (const file of kept) {
    await mkdir(dirname(join(dist, file)), { recursive: true });
    await rename(join(staging, file), join(dist, file));
  }
  await rm(staging, { recursive: true });
  for (const file of await filesOf(dist)) {
    if (kept.has(relative(dist, file))) continue;
    const { mtimeMs } = await stat(file);
    if (Date.now() - mtimeMs > keepMilliseconds) await rm(file, { force: true });
  }
}

/**
 * Has `build` fill a folder, and puts what it made into dist/ below `folder`, unless that is there already, made from
 * the same inputs: the files of `folder`, and `outsideInputs`, whose paths begin there. Answers whether it had to build.
 * Throws what `build` throws.
 */
export async function buildWhenStale(
  folder: string,
  outsideInputs: readonly string[],
  build: (outDir: string) => Promise<void>,
): Promise<boolean> {
  const dist = join(folder, 'dist');
  const stampFile = join(dist, '.inputs');
  const inputs = await hashInputs(folder, outsideInputs);
  const stamp = await readFile(stampFile, 'utf8').catch(() => '');
  if (stamp === inputs) return false;

  const staging = join(dist, `.staging-${process.pid}`);
  await mkdir(dist, { recursive: true });
  await build(staging);
  await publish(staging, dist);
  await writeFile(stampFile, inputs);
  return true;
}
