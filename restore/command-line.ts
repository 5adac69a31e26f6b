import { parseArgs } from 'node:util';
import { reasonOf } from '../runtime/reason-of.ts';
import { type SubgraphName, subgraphs } from '../runtime/services.ts';

export const usage = `Restores the store's databases from a backup to a point in time, and looks whether they agree.

Usage: npm run restore -- --to TIME|SNAPSHOT|latest [--only SUBGRAPH]… [--overwrite]
       npm run restore -- --reconcile [--only SUBGRAPH]…

  --to TIME        Everything that was committed before it, and nothing else: 2026-11-24T10:15:00Z, in whole seconds.
  --to SNAPSHOT    As npm run backup -- --list calls it: the databases as they were when it was taken.
  --to latest      Everything that the backup has.
  --only SUBGRAPH  Restores that database alone (auth, catalog or purchase; may be said twice), and brings it into
                   agreement with the others, which stay as they are.
  --overwrite      Empties databases that are not empty. What is in them is lost.
  --reconcile      Restores nothing: brings databases into agreement that were restored by other means, such as those of
                   a cloud; --only names those that were.
  --help           This.

It reads BACKUP_DIR, and writes to RESTORE_DATABASE_URL_AUTH, …_CATALOG and …_PURCHASE, or DATABASE_URL_… where those are
not set. All processes of the store must be stopped. Afterwards all users log in again.
Exit code: 0 the store is restored and sound; 1 it is not, or the settings are wrong.
`;

/** What the words after the command's name say. */
export interface Command {
  help: boolean;
  /** Undefined: restores nothing, and reconciles alone. */
  to: string | undefined;
  only: SubgraphName[];
  overwrite: boolean;
}

const isSubgraph = (name: string): name is SubgraphName => subgraphs.some(subgraph => subgraph === name);

/** Reads the words after the command's name: the command, or what is wrong with them. */
export function parseCommand(words: readonly string[]): Command | { mistake: string } {
  try {
    const {
      help = false,
      reconcile = false,
      overwrite = false,
      to,
      only = [...subgraphs],
    } = parseArgs({
      args: [...words],
      options: {
        help: { type: 'boolean', short: 'h' },
        to: { type: 'string' },
        only: { type: 'string', multiple: true },
        overwrite: { type: 'boolean' },
        reconcile: { type: 'boolean' },
      },
    }).values;
    const strange = only.find(name => !isSubgraph(name));
    if (strange !== undefined) return { mistake: `--only ${strange}: there are auth, catalog and purchase.` };
    if (!help && (to === undefined) !== reconcile)
      return { mistake: 'Say either --to, what is to be restored, or --reconcile.' };
    return { help, to, only: subgraphs.filter(name => only.includes(name)), overwrite };
  } catch (error) {
    return { mistake: reasonOf(error) };
  }
}
