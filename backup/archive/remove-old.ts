import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { subgraphs } from '../../runtime/services.ts';
import { linesOf } from '../logs/lines.ts';
import { listSnapshots } from './snapshots.ts';

const dayMilliseconds = 24 * 3600 * 1000;

/**
 * Removes snapshots that are older than so many days, but never the newest one, and the logs that only they need.
 * Answers the names of those snapshots.
 */
export function removeOld(archive: string, days: number, now = new Date()): string[] {
  const snapshots = listSnapshots(archive);
  const old = snapshots
    .slice(0, -1)
    .filter(({ at }) => at.getTime() < now.getTime() - days * dayMilliseconds);
  for (const { folder } of old) rmSync(folder, { recursive: true });
  const kept = snapshots.filter(snapshot => !old.includes(snapshot));
  if (kept.length === 0) return [];
  for (const subgraph of subgraphs) {
    const needed = kept.flatMap(({ manifest }) => manifest.databases[subgraph].log ?? []);
    const lines = linesOf(archive, subgraph);
    for (const line of lines) {
      const files = line.files();
      const first = Math.min(
        ...needed.filter(log => log.line === line.name).map(log => files.indexOf(log.file)),
      );
      // A line that no snapshot stands in is of use to nobody, but the next snapshot may come to stand in the newest one.
      if (first === Number.POSITIVE_INFINITY && line !== lines.at(-1))
        rmSync(line.folder, { recursive: true });
      else
        for (const file of files.slice(0, Math.max(0, Number.isFinite(first) ? first : 0)))
          for (const path of [file, `${file}.sha256`])
            if (existsSync(join(line.folder, path))) rmSync(join(line.folder, path));
    }
  }
  return old.map(({ name }) => name);
}
