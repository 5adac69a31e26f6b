import type { DatabaseUrls } from '../deploy/local/databases.ts';
import { subgraphs } from '../runtime/services.ts';
import { shipLogs } from './logs/ship-logs.ts';
import { takeSnapshot } from './snapshot/take-snapshot.ts';
import { describeServer } from './source/database-server.ts';
import { openSource } from './source/open-source.ts';

type Tell = (message: string) => void;

/** Copies the logs of all three databases up to now. */
export async function copyLogs(archive: string, databases: DatabaseUrls, tell: Tell): Promise<void> {
  const copies = subgraphs.map(subgraph => shipLogs({ archive, subgraph, url: databases[subgraph], tell }));
  const failed = (await Promise.allSettled(copies)).find(result => result.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Why points in time are not possible, for each database where they are not. */
async function logProblems(databases: DatabaseUrls): Promise<string[]> {
  const problems: string[] = [];
  for (const subgraph of subgraphs) {
    const connection = await openSource(subgraph, databases[subgraph]);
    try {
      const { logProblem } = await describeServer(connection.promise());
      if (logProblem) problems.push(`${subgraph}: ${logProblem}`);
    } finally {
      connection.destroy();
    }
  }
  return problems;
}

/**
 * Takes one backup: a snapshot, and the logs up to then. Where a server keeps no log to use, the snapshot alone, and says
 * so. Answers the snapshot's name.
 */
export async function backUp(archive: string, databases: DatabaseUrls, tell: Tell): Promise<string> {
  const problems = await logProblems(databases);
  if (problems.length > 0) {
    tell(`Points in time are not possible, the snapshot alone is taken:\n  ${problems.join('\n  ')}`);
    return takeSnapshot(archive, databases);
  }
  await copyLogs(archive, databases, tell);
  const name = await takeSnapshot(archive, databases);
  await copyLogs(archive, databases, tell);
  return name;
}
