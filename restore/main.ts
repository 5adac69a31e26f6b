import { report } from '../invariants/report.ts';
import { beginCommand } from '../runtime/begin-command.ts';
import { reasonOf } from '../runtime/reason-of.ts';
import { parseCommand, usage } from './command-line.ts';
import { readOptions } from './env.ts';
import { finishRestore, restoreDatabases } from './restore-store.ts';
import { Steps } from './steps.ts';

// The command `npm run restore`: a store out of a backup.

async function run(): Promise<number> {
  const begun = beginCommand({ parseCommand, usage, readOptions: () => readOptions(process.env) });
  if ('exitCode' in begun) return begun.exitCode;
  const { command, settings } = begun;
  const { to, only, overwrite } = command;
  const steps = new Steps(line => console.log(line));
  try {
    if (to !== undefined) await restoreDatabases(settings, { to, only, overwrite }, steps);
    const verdict = await finishRestore(settings, only, steps);
    const isSound = verdict.violations.length === 0;
    if (!isSound) console.log(report(verdict, steps.seconds));
    console.log(
      isSound
        ? `The store is restored, in ${steps.seconds.toFixed(0)} s. Start it; all users log in again. A minute later, ask npm run invariants once more.`
        : 'The store is restored, but not sound: see above.',
    );
    return isSound ? 0 : 1;
  } catch (error) {
    process.stderr.write(`The store cannot be restored: ${reasonOf(error)}\n`);
    return 1;
  }
}

// Not by itself: a connection to a server that hangs would keep it.
process.exit(await run());
