import { beginCommand } from '../runtime/begin-command.ts';
import { reasonOf } from '../runtime/reason-of.ts';
import { checkInvariants } from './check-invariants.ts';
import { type Command, parseCommand, usage } from './command-line.ts';
import { readOptions, type Settings } from './env.ts';
import { freshSeconds } from './last-check.ts';
import { metricsOf } from './metrics.ts';
import { type Look, recordReport } from './record-report.ts';
import { report } from './report.ts';
import { watch } from './watch.ts';

/** A look that is not one of many stands for those of an hour. */
const hourSeconds = 3_600;

/** Looks once, and answers the exit code. */
async function lookOnce(settings: Settings, { prometheus, record }: Command): Promise<number> {
  const start = Date.now();
  const secondsGone = () => (Date.now() - start) / 1000;
  const write = async (look: Look, seconds: number) => {
    const fresh = { seconds, staleAfterSeconds: freshSeconds(hourSeconds) };
    if (record) await recordReport(settings.databases.purchase, look, fresh);
  };
  try {
    const verdict = await checkInvariants(settings.databases, settings);
    const seconds = secondsGone();
    process.stdout.write(
      prometheus ? await metricsOf(verdict, new Date(), seconds) : report(verdict, seconds),
    );
    await write({ verdict }, seconds);
    return verdict.violations.length === 0 ? 0 : 1;
  } catch (error) {
    const failure = reasonOf(error);
    process.stderr.write(`The store cannot be checked: ${failure}\n`);
    await write({ failure }, secondsGone()).catch(() => undefined);
    return 2;
  }
}

async function run(): Promise<number> {
  const begun = beginCommand({
    parseCommand,
    usage,
    readOptions: command => readOptions(command, process.env),
  });
  if ('exitCode' in begun) return begun.exitCode;
  const { command, settings } = begun;
  if (settings.everySeconds === undefined) return lookOnce(settings, command);
  await watch(settings, settings.everySeconds);
  return 0;
}

// Not by itself: a connection to a server that hangs would keep it.
process.exit(await run());
