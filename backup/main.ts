import { beginCommand } from '../runtime/begin-command.ts';
import { reasonOf } from '../runtime/reason-of.ts';
import { takeArchive } from './archive/take-archive.ts';
import { verifyArchive } from './archive/verify.ts';
import { backUp, copyLogs } from './back-up.ts';
import { type Command, parseCommand, usage } from './command-line.ts';
import { readOptions, type Settings } from './env.ts';
import { stay } from './stay.ts';
import { alarms, tellSnapshots } from './tell-archive.ts';

// The command `npm run backup`.

const tell = (message: string) => console.log(message);

/** Tells some lines, or that there are none; the exit code where these are what is wrong. */
function tellWrong(lines: readonly string[], well: string): number {
  for (const line of lines) tell(line);
  if (lines.length === 0) tell(well);
  return lines.length === 0 ? 0 : 1;
}

async function write({ verb }: Command, settings: Settings): Promise<void> {
  const { archive, databases, keepDays, everyHours, logLevel } = settings;
  if (!databases) throw new Error('There are no databases.');
  if (verb === 'stay') {
    await stay({ archive, databases, keepDays, everyHours, logLevel });
    return;
  }
  const release = await takeArchive(archive, databases);
  const began = performance.now();
  if (verb === 'logs') await copyLogs(archive, databases, tell);
  else tell(`${await backUp(archive, databases, tell)} is in ${archive}.`);
  release();
  tell(`It took ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  for (const line of tellSnapshots(archive).slice(-1)) tell(line);
}

async function run(): Promise<number> {
  const begun = beginCommand({
    parseCommand,
    usage,
    readOptions: command => readOptions(command, process.env),
  });
  if ('exitCode' in begun) return begun.exitCode;
  const { command, settings } = begun;
  const { archive, everyHours } = settings;
  try {
    if (command.verb === 'list') {
      const lines = tellSnapshots(archive);
      for (const line of lines.length > 0 ? lines : [`There is no backup in ${archive}.`]) tell(line);
      return 0;
    }
    if (command.verb === 'verify') return tellWrong(await verifyArchive(archive), 'All of it is sound.');
    if (command.verb === 'check') return tellWrong(alarms(archive, everyHours), 'The backup is up to date.');
    await write(command, settings);
    return 0;
  } catch (error) {
    process.stderr.write(`The backup failed: ${reasonOf(error)}\n`);
    return 1;
  }
}

// Not by itself: a connection to a server that hangs would keep it.
process.exit(await run());
