import { subgraphs } from '../runtime/services.ts';
import { reachOf } from './archive/reach.ts';
import { listSnapshots } from './archive/snapshots.ts';

const logsMilliseconds = 5 * 60 * 1000;
const hourMilliseconds = 3600 * 1000;

/** A line for each snapshot: what it is of, and until when any point in time can be restored from it. */
export function tellSnapshots(archive: string): string[] {
  return listSnapshots(archive).map(snapshot => {
    const { version, databases } = snapshot.manifest;
    const rows = subgraphs
      .flatMap(subgraph => databases[subgraph].tables)
      .reduce((sum, table) => sum + table.rows, 0);
    const { server } = databases.purchase;
    const reach = reachOf(archive, snapshot);
    const until = reach ? `any time until ${reach.toISOString().slice(0, 19)}Z` : 'this moment alone';
    return `${snapshot.name}  ${until}  ${rows.toLocaleString('en')} rows, version ${version}, ${server.kind} ${server.version}`;
  });
}

/** What somebody should look after: a backup that is too old. */
export function alarms(archive: string, everyHours: number, now = new Date()): string[] {
  const newest = listSnapshots(archive).at(-1);
  if (!newest) return [`there is no backup in ${archive}`];
  const found: string[] = [];
  if (now.getTime() - newest.at.getTime() > 2 * everyHours * hourMilliseconds)
    found.push(`the newest snapshot is ${newest.name}`);
  const reach = reachOf(archive, newest);
  if (!reach || now.getTime() - reach.getTime() > logsMilliseconds)
    found.push(`points in time are possible until ${reach?.toISOString() ?? newest.name} alone`);
  return found;
}
