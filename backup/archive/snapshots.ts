import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { subgraphs } from '../../runtime/services.ts';
import { type Manifest, manifest } from './manifest.ts';

/** The file that is written last: a snapshot without it is none. */
export const sumsFile = 'SHA256SUMS';
export const manifestFile = 'manifest.json';

/** Where the snapshots of an archive are. */
export const snapshotsFolder = (archive: string): string => join(archive, 'snapshots');

/** Begins the name of what is not a snapshot yet. */
export const unfinishedPrefix = '.unfinished-';

/** A snapshot of the three databases, whole. */
export interface Snapshot {
  /** When it was taken: 2026-11-24T10-15-00Z. */
  name: string;
  folder: string;
  manifest: Manifest;
  /** The time at which all of it is from, by the latest of the servers' clocks. */
  at: Date;
}

/** The whole snapshots of an archive, the oldest first. */
export function listSnapshots(archive: string): Snapshot[] {
  const folder = snapshotsFolder(archive);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter(
    name => !name.startsWith('.') && existsSync(join(folder, name, sumsFile)),
  );
  return names.sort().map(name => {
    const text = readFileSync(join(folder, name, manifestFile), 'utf8');
    const found = manifest.parse(JSON.parse(text));
    const times = subgraphs.map(subgraph => Date.parse(found.databases[subgraph].at));
    return { name, folder: join(folder, name), manifest: found, at: new Date(Math.max(...times)) };
  });
}
