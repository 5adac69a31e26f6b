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
  const { archive, databases, keepDays, everyHours } = settings;
  if (!databases) throw new Error('There are no databases.');
  if (verb === 'stay') {
    const logLevel = process.env.LOG_LEVEL ?? 'info';
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
  const command = parseCommand(process.argv.slice(2));
  if ('mistake' in command) {
    process.stderr.write(`${command.mistake}\n\n${usage}`);
    return 1;
  }
  if (command.help) {
    process.stdout.write(usage);
    return 0;
  }
  const options = readOptions(command, process.env);
  if ('mistakes' in options) {
    const list = options.mistakes.map(mistake => `  - ${mistake}`).join('\n');
    process.stderr.write(`The settings are wrong:\n${list}\nThe README has a table of every setting.\n`);
    return 1;
  }
  const { archive, everyHours } = options.settings;
  try {
    if (command.verb === 'list') {
      const lines = tellSnapshots(archive);
      for (const line of lines.length > 0 ? lines : [`There is no backup in ${archive}.`]) tell(line);
      return 0;
    }
    if (command.verb === 'verify') return tellWrong(await verifyArchive(archive), 'All of it is sound.');
    if (command.verb === 'check') return tellWrong(alarms(archive, everyHours), 'The backup is up to date.');
    await write(command, options.settings);
    return 0;
  } catch (error) {
    process.stderr.write(`The backup failed: ${reasonOf(error)}\n`);
    return 1;
  }
}

// Not by itself: a connection to a server that hangs would keep it.
process.exit(await run());
