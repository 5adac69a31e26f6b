import { parseArgs } from 'node:util';
import { reasonOf } from '../runtime/reason-of.ts';

export const usage = `Looks whether the store's databases, and what the payment provider has in its books, agree.

Usage: npm run invariants
       npm run invariants -- --prometheus
       npm run invariants -- --record
       npm run invariants -- --every SECONDS [--port PORT]

  --prometheus     Prints its counts for Prometheus instead.
  --record         Also writes what it found into purchase's database, where administrators read it
                   (Query.invariantsReport); for who looks once an hour.
  --every SECONDS  Stays, checks again every so often, and records it; GET /metrics and GET /health answer at PORT.
  --port PORT      Where; else METRICS_PORT, else 9464.
  --grace SECONDS  How much later than RECOVERY_SECONDS anything may be; else INVARIANTS_GRACE_SECONDS, else 60.
  --help           This.

It looks at DATABASE_URL_AUTH, DATABASE_URL_CATALOG and DATABASE_URL_PURCHASE; without them at the store that
npm start runs in this folder. It locks nothing, and writes nothing but what it found, where it records that.
Exit code: 0 the store is sound; 1 it is not, or the settings are wrong; 2 a database cannot be read.
`;

/** What the words after the command's name say; the numbers are still text, and stand for settings. */
export interface Command {
  help: boolean;
  prometheus: boolean;
  record: boolean;
  every: string | undefined;
  port: string | undefined;
  grace: string | undefined;
}

/** Reads the words after the command's name: the command, or what is wrong with them. */
export function parseCommand(words: readonly string[]): Command | { mistake: string } {
  try {
    const {
      help = false,
      prometheus = false,
      record = false,
      every,
      port,
      grace,
    } = parseArgs({
      args: [...words],
      options: {
        help: { type: 'boolean', short: 'h' },
        prometheus: { type: 'boolean' },
        record: { type: 'boolean' },
        every: { type: 'string' },
        port: { type: 'string' },
        grace: { type: 'string' },
      },
    }).values;
    return { help, prometheus, record, every, port, grace };
  } catch (error) {
    return { mistake: reasonOf(error) };
  }
}
