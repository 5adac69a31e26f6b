import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { places } from '../local/places.ts';
import { holderOf, takeLock } from '../local/process-lock.mjs';
import { hashInputs } from './inputs.ts';

/** So many stay although nobody runs them: who goes back and forth between two branches has both. */
const keptBundles = 3;

/** Longer than any bundler takes: what is unfinished then stays so. */
const unfinishedMilliseconds = 60 * 60 * 1000;

/** Which files the newest bundle is made of. */
const inputsFile = join(places.bundles, 'inputs.json');

const folderOf = (hash: string): string => join(places.bundles, hash);
const usersOf = (folder: string): string => join(folder, 'users');

/** The project's files that the newest bundle is made of; undefined where none was made. */
export const inputsOfNewest = (): string[] | undefined =>
  existsSync(inputsFile)
    ? z.array(z.string()).parse(JSON.parse(readFileSync(inputsFile, 'utf8')))
    : undefined;

/** The folder of the bundle of the sources as they are; undefined where it is not made. */
export function findBundle(): string | undefined {
  const files = inputsOfNewest();
  const folder = files && folderOf(hashInputs(files));
  return folder && existsSync(folder) ? folder : undefined;
}

/** Keeps a finished bundle, made of these files, and answers its folder. Another process may have kept the same one before. */
export function keepBundle(made: string, files: readonly string[]): string {
  const folder = folderOf(hashInputs(files));
  try {
    renameSync(made, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(made, { recursive: true });
  }
  writeFileSync(`${inputsFile}.${process.pid}`, JSON.stringify(files));
  renameSync(`${inputsFile}.${process.pid}`, inputsFile);
  return folder;
}

/** Keeps a bundle from being removed for as long as this process runs; it is the newest one then. Throws where it has gone. */
export function holdBundle(folder: string): void {
  const now = new Date();
  utimesSync(folder, now, now);
  takeLock(join(usersOf(folder), String(process.pid)));
}

function isUsed(folder: string): boolean {
  const users = usersOf(folder);
  return existsSync(users) && readdirSync(users).some(user => holderOf(join(users, user)) !== undefined);
}

/** Whoever is killed meanwhile leaves no half of a bundle under its name. */
function remove(folder: string): void {
  const leaving = join(dirname(folder), `.leaving-${process.pid}-${basename(folder)}`);
  try {
    renameSync(folder, leaving);
  } catch (error) {
    // Another process has removed it.
    if (!existsSync(folder)) return;
    throw error;
  }
  rmSync(leaving, { recursive: true, force: true });
}

/** Removes the bundles in a folder that no running process uses, but the newest ones; and what was left unfinished an hour ago. */
export function removeOldBundles(bundles: string = places.bundles): void {
  const folders = readdirSync(bundles, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => join(bundles, entry.name))
    .map(folder => ({ folder, since: statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .toSorted((one, other) => other.since - one.since);
  const isFinished = ({ folder }: { folder: string }) => !basename(folder).startsWith('.');
  const leftOver = folders.filter(
    each => !isFinished(each) && Date.now() - each.since > unfinishedMilliseconds,
  );
  const old = folders.filter(isFinished).slice(keptBundles);
  for (const { folder } of [...leftOver, ...old.filter(each => !isUsed(each.folder))]) remove(folder);
}
