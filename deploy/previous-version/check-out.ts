import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { places, projectFolder } from '../local/places.ts';
import { lastLines, runToEnd } from '../local/run-to-end.ts';
import { findPreviousVersion } from './find-previous-version.ts';

const lock = z.object({
  packages: z.record(z.string(), z.object({ version: z.string().optional(), dev: z.boolean().optional() })),
});

/** The version of each package that is installed for a folder, by its path; without those for developing. */
function packagesOf(folder: string, { withDev }: { withDev: boolean }): Map<string, string | undefined> {
  const { packages } = lock.parse(JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')));
  const entries = Object.entries(packages).filter(([path, { dev }]) => path !== '' && (withDev || !dev));
  return new Map(entries.map(([path, { version }]) => [path, version]));
}

const holderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/')));

/** Whether the packages of this version are those of the other one too, where that looks for them. */
function sharesPackages(folder: string): boolean {
  const theirs = packagesOf(folder, { withDev: false });
  const ours = packagesOf(projectFolder, { withDev: true });
  return (
    [...theirs].every(([path, version]) => ours.get(path) === version) &&
    [...ours.keys()].every(path => theirs.has(path) || !theirs.has(holderOf(path)))
  );
}

async function run(program: string, args: string[], folder: string): Promise<void> {
  const { code, output } = await runToEnd({ program, args, folder });
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${lastLines(output)}`);
}

/**
 * Puts the files of the version before into a folder below .data, for good, and answers the folder. Its packages are
 * those of this version, which Node finds in the folders above, or else its own ones, of the registry.
 */
export async function checkOutPreviousVersion(): Promise<string> {
  const { commit } = await findPreviousVersion();
  const folder = join(places.data, 'previous-version', commit);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const archive = join(unfinished, 'files.tar');
  await run('git', ['archive', '--format=tar', `--output=${archive}`, commit], projectFolder);
  await run('tar', ['-x', '-f', archive], unfinished);
  rmSync(archive);
  // As production has them; the Node is the one that runs this.
  const npmInstall = [
    'ci',
    '--omit=dev',
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
  ];
  if (!sharesPackages(unfinished)) await run('npm', npmInstall, unfinished);
  renameSync(unfinished, folder);
  return folder;
}
