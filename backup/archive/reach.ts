import { type SubgraphName, subgraphs } from '../../runtime/services.ts';
import { linesOf } from '../logs/lines.ts';
import type { LogLine } from '../logs/log-line.ts';
import type { Snapshot } from './snapshots.ts';

/** The line of logs that goes on from a snapshot of a database; undefined where there is none (any more). */
export function lineAfter(
  archive: string,
  { manifest }: Snapshot,
  subgraph: SubgraphName,
): LogLine | undefined {
  const { log } = manifest.databases[subgraph];
  if (!log) return undefined;
  const line = linesOf(archive, subgraph).find(({ name }) => name === log.line);
  return line?.files().includes(log.file) ? line : undefined;
}

/** Until when points in time behind a snapshot are possible for all of these databases; undefined where none is. */
export function reachOf(
  archive: string,
  snapshot: Snapshot,
  which: readonly SubgraphName[] = subgraphs,
): Date | undefined {
  const reaches = which.map(subgraph => lineAfter(archive, snapshot, subgraph)?.reach?.getTime() ?? 0);
  const reach = Math.min(...reaches);
  return reach >= snapshot.at.getTime() ? new Date(reach) : undefined;
}
