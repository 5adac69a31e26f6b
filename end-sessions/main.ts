import { explain } from '../deploy/local/explain.ts';
import { beginCommand } from '../runtime/begin-command.ts';
import { endAllSessions } from '../subgraphs/auth/end-all-sessions.ts';
import { withAuthDatabase } from '../subgraphs/auth/with-auth-database.ts';
import { parseCommand, usage } from './command-line.ts';
import { readOptions } from './env.ts';

// The command `npm run end-sessions`.

async function run(): Promise<number> {
  const begun = beginCommand({ parseCommand, usage, readOptions });
  if ('exitCode' in begun) return begun.exitCode;
  const count = await withAuthDatabase('end-sessions', begun.settings, endAllSessions);
  console.log(
    `${count} sessions have ended; within five seconds no access token from before holds anywhere.`,
  );
  return 0;
}

process.exitCode = await run().catch(error => {
  console.error(explain(error));
  return 1;
});
