import { join } from 'node:path';
import { type SubgraphName, subgraphs } from '../../runtime/services.ts';
import { allEnded } from './all-ended.ts';
import { projectFolder } from './places.ts';
import { runNode } from './run-node.ts';
import { lastLines } from './run-to-end.ts';
import { StartError } from './start-error.ts';

/**
 * Brings the three databases to their newest schema, at the same time; to that of another version of the store where
 * the folder of its code is given. Throws a StartError with what a migration said, or what `signal` was aborted with.
 */
export async function migrateDatabases(
  environmentOf: (subgraph: SubgraphName) => NodeJS.ProcessEnv,
  signal: AbortSignal,
  code = projectFolder,
): Promise<void> {
  const results = await allEnded(
    subgraphs.map(async name => ({
      name,
      ended: await runNode([join(code, 'subgraphs', name, 'migrate.ts')], {
        environment: environmentOf(name),
        signal,
      }),
    })),
  );
  const failed = results.filter(({ ended }) => ended.code !== 0);
  const reasons = failed.map(({ name, ended }) => `${name}:\n${lastLines(ended.output)}`);
  if (failed.length > 0) throw new StartError(`Migrating failed.\n${reasons.join('\n')}`);
}
