import { explain } from './explain.ts';
import { openStore, type Undo } from './open-store.ts';
import { places } from './places.ts';
import { holderOf, type Lock, takeLock } from './process-lock.mjs';
import { say, step } from './progress.ts';
import { refuseTakenPorts } from './refuse-taken-ports.ts';
import { endEarlierServices, readRunningStore } from './running-store.ts';
import { type LaunchSettings, readLaunchSettings } from './settings.ts';
import { StartError } from './start-error.ts';
import { listenToStopSignals } from './stop-signals.ts';
import { welcomeLines } from './welcome.ts';

// The command `npm start`: opens the store, keeps it running until it is told to stop, and closes it in order.

const { stop, force } = listenToStopSignals();
// The terminal may be gone before we are.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

function fail(error: unknown): void {
  say(`✗ ${explain(error)}`, process.stderr);
  process.exitCode = 1;
}

process.on('uncaughtException', error => {
  fail(error);
  process.kill(process.pid, 'SIGTERM');
});

function lockThisFolder(): Lock {
  const lock = takeLock(places.launcherLock);
  if (lock) return lock;
  const running = readRunningStore(places.runningStore);
  const place = running ? ` at ${running.gatewayUrl}` : '';
  throw new StartError(
    `The store of this folder already runs${place} (process ${holderOf(places.launcherLock)}): stop that one first.`,
  );
}

async function close(undo: Undo[]): Promise<void> {
  if (undo.length === 0) return;
  const all = async () => {
    for (const takeBack of undo.reverse()) await takeBack(force);
  };
  await step('stopping (Ctrl-C once more forces it)', all, () => 'stopped', 0);
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await new Promise(resolve => signal.addEventListener('abort', resolve));
}

async function run(settings: LaunchSettings, undo: Undo[]): Promise<void> {
  await endEarlierServices(places.runningStore);
  await refuseTakenPorts(settings.ports, settings.host);
  const welcome = await openStore(settings, undo, stop);
  for (const line of welcomeLines(welcome)) say(line);
  await untilAborted(stop);
}

async function main(): Promise<void> {
  const settings = readLaunchSettings(process.env);
  const lock = lockThisFolder();
  const undo: Undo[] = [];
  try {
    await run(settings, undo);
  } catch (error) {
    if (!stop.aborted) fail(error);
  }
  await close(undo);
  lock.release();
}

await main().catch(fail);
process.exit();
