import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { viteConfig } from './vite.config.ts';

const here = import.meta.dirname;
const dist = join(here, 'dist');
const stampFile = join(dist, '.inputs');
const outsideInputs = ['../../package-lock.json', '../../storefront/favicon.svg'];

/** A hash of all that the bundle is made from: the files of this folder, the icon, the locked dependencies. */
async function hashInputs(): Promise<string> {
  const files = (await readdir(here, { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile() && !entry.parentPath.startsWith(dist) && !entry.name.endsWith('.test.ts'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  for (const file of [...outsideInputs.map(path => join(here, path)), ...files]) {
    hash.update(relative(here, file)).update(await readFile(file));
  }
  return hash.digest('hex');
}

/** Puts a finished build in place, the page last, so that a gateway that runs meanwhile serves a whole one. */
async function publish(staging: string): Promise<void> {
  const assets = await readdir(join(staging, 'assets'));
  await cp(join(staging, 'assets'), join(dist, 'assets'), { recursive: true });
  await rename(join(staging, 'index.html'), join(dist, 'index.html'));
  const stale = (await readdir(join(dist, 'assets'))).filter(name => !assets.includes(name));
  for (const name of stale) await rm(join(dist, 'assets', name), { force: true });
  await rm(staging, { recursive: true });
}

/**
 * Bundles the playground into dist/ beside this file, unless that is there already, made from the same inputs.
 * Answers whether it had to build, which takes a few seconds. Throws what Vite throws.
 */
export async function buildPlayground(): Promise<boolean> {
  const inputs = await hashInputs();
  const stamp = await readFile(stampFile, 'utf8').catch(() => '');
  if (stamp === inputs) return false;

  const staging = join(dist, `.staging-${process.pid}`);
  await mkdir(dist, { recursive: true });
  // Vite is a development dependency: where the playground comes built, it need not be installed.
  const { build } = await import('vite');
  await build({ ...viteConfig, build: { ...viteConfig.build, outDir: staging, emptyOutDir: true } });
  await publish(staging);
  await writeFile(stampFile, inputs);
  return true;
}

if (import.meta.main) {
  const built = await buildPlayground();
  console.log(built ? 'The playground is built.' : 'The playground is up to date.');
}
