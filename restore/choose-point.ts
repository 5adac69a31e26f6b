import { reachOf } from '../backup/archive/reach.ts';
import type { Snapshot } from '../backup/archive/snapshots.ts';
import { type SubgraphName, subgraphs } from '../runtime/services.ts';

/** What is restored. */
export interface Point {
  snapshot: Snapshot;
  /**
   * The time (seconds since 1970) from which on nothing is done again of the logs; Infinity: all of them is, to the end of
   * each; undefined: nothing.
   */
  until: number | undefined;
}

const tell = (snapshots: readonly Snapshot[], archive: string, which: readonly SubgraphName[]): string =>
  snapshots
    .map(snapshot => {
      const reach = reachOf(archive, snapshot, which);
      return `  ${snapshot.name}${reach ? `, and any time until ${reach.toISOString()}` : ''}`;
    })
    .join('\n');

/**
 * The snapshot and the time that `to` means: "latest", the name of a snapshot, or a time with its zone. A time needs a
 * snapshot before it and logs up to it. Throws with what there is where there is no such point.
 */
export function choosePoint(
  archive: string,
  snapshots: readonly Snapshot[],
  to: string,
  which: readonly SubgraphName[] = subgraphs,
): Point {
  const newest = snapshots.at(-1);
  if (!newest) throw new Error(`There is no backup in ${archive}. (BACKUP_DIR)`);
  if (to === 'latest')
    return { snapshot: newest, until: reachOf(archive, newest, which) && Number.POSITIVE_INFINITY };
  const named = snapshots.find(({ name }) => name === to);
  if (named) return { snapshot: named, until: undefined };
  const time = new Date(to);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(to) || Number.isNaN(time.getTime()))
    throw new Error(
      `--to ${to}: say latest, a snapshot, or a time in whole seconds with its zone, such as 2026-11-24T10:15:00Z. There are:\n${tell(snapshots, archive, which)}`,
    );
  const before = snapshots.filter(({ at }) => at <= time).toReversed();
  const snapshot = before.find(each => (reachOf(archive, each, which) ?? 0) >= time);
  if (!snapshot)
    throw new Error(
      `There is no backup for ${time.toISOString()}. There are:\n${tell(snapshots, archive, which)}`,
    );
  return { snapshot, until: time.getTime() / 1000 };
}
