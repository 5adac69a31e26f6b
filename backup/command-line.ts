import { parseArgs } from 'node:util';
import { reasonOf } from '../runtime/reason-of.ts';

export const usage = `Backs the store's databases up, while it works.

Usage: npm run backup
       npm run backup -- --logs
       npm run backup -- --every HOURS
       npm run backup -- --list
       npm run backup -- --verify
       npm run backup -- --check

                   Without more: copies the binary logs up to now, and takes a snapshot of the three databases.
  --logs           Copies the binary logs up to now, for points in time since the last snapshot.
  --every HOURS    Stays: copies the binary logs all the time, takes a snapshot every so often, and removes snapshots that
                   are older than BACKUP_KEEP_DAYS, with the logs before them.
  --list           Tells which snapshots there are, and until when any point in time can be restored from them.
  --verify         Reads everything, and tells what is damaged.
  --check          For alarms: tells whether the logs are copied to within five minutes, and the newest snapshot is younger
                   than twice the hours of --every (24 where that is left out).
  --help           This.

It reads the databases BACKUP_DATABASE_URL_AUTH, …_CATALOG and …_PURCHASE, or DATABASE_URL_… where those are not set, or
those of the store that npm start runs in this folder; and writes to BACKUP_DIR. npm run restore is the way back.
Exit code: 0 it is done, and well; 1 it is not.
`;

/** What is to be done. */
export type Verb = 'backup' | 'logs' | 'stay' | 'list' | 'verify' | 'check';

/** What the words after the command's name say; the number is still text, and stands for a setting. */
export interface Command {
  help: boolean;
  verb: Verb;
  every: string | undefined;
}

/** Reads the words after the command's name: the command, or what is wrong with them. */
export function parseCommand(words: readonly string[]): Command | { mistake: string } {
  try {
    const {
      help = false,
      every,
      logs,
      list,
      verify,
      check,
    } = parseArgs({
      args: [...words],
      options: {
        help: { type: 'boolean', short: 'h' },
        logs: { type: 'boolean' },
        every: { type: 'string' },
        list: { type: 'boolean' },
        verify: { type: 'boolean' },
        check: { type: 'boolean' },
      },
    }).values;
    const verbs: Verb[] = [];
    if (logs) verbs.push('logs');
    if (list) verbs.push('list');
    if (verify) verbs.push('verify');
    if (check) verbs.push('check');
    if (every !== undefined && !check) verbs.push('stay');
    const [verb = 'backup', ...more] = verbs;
    if (more.length > 0) return { mistake: 'Say one thing at a time.' };
    return { help, verb, every };
  } catch (error) {
    return { mistake: reasonOf(error) };
  }
}
