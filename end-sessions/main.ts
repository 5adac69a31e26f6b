import { explain } from '../deploy/local/explain.ts';
import { beginCommand } from '../runtime/begin-command.ts';
import { createLogger } from '../runtime/logger.ts';
import { openAuthDatabase } from '../subgraphs/auth/database.ts';
import { endAllSessions } from '../subgraphs/auth/end-all-sessions.ts';
import { parseCommand, usage } from './command-line.ts';
import { readOptions } from './env.ts';

// The command `npm run end-sessions`.

async function run(): Promise<number> {
  const begun = beginCommand({ parseCommand, usage, readOptions });
  if ('exitCode' in begun) return begun.exitCode;
  const logger = createLogger('end-sessions', begun.settings.LOG_LEVEL);
  const database = await openAuthDatabase({ ...begun.settings, DATABASE_URL_AUTH_READER: [] }, logger);
  try {
    const count = await endAllSessions(database.fork());
    console.log(
      `${count} sessions have ended; within five seconds no access token from before holds anywhere.`,
    );
    return 0;
  } finally {
    await database.close();
  }
}

process.exitCode = await run().catch(error => {
  console.error(explain(error));
  return 1;
});
