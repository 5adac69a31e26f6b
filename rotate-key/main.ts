import { explain } from '../deploy/local/explain.ts';
import { beginCommand } from '../runtime/begin-command.ts';
import { leadSeconds, rotateSigningKey } from '../subgraphs/auth/rotate-signing-key.ts';
import { withAuthDatabase } from '../subgraphs/auth/with-auth-database.ts';
import { parseCommand, usage } from './command-line.ts';
import { readOptions } from './env.ts';

// The command `npm run rotate-key`.

async function run(): Promise<number> {
  const begun = beginCommand({ parseCommand, usage, readOptions });
  if ('exitCode' in begun) return begun.exitCode;
  const { isLeak } = begun.command;
  const { AUTH_SIGNING_KEY: settingsKey, ...settings } = begun.settings;
  const kid = await withAuthDatabase('rotate-key', settings, em =>
    rotateSigningKey(em, { settingsKey, isLeak }),
  );
  console.log(
    isLeak
      ? `The key ${kid} signs access tokens within seconds; tokens of all other keys end within half a minute.`
      : `The key ${kid} signs access tokens in ${leadSeconds} seconds; nobody is signed out.`,
  );
  return 0;
}

process.exitCode = await run().catch(error => {
  console.error(explain(error));
  return 1;
});
