import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const modes = ['kill', 'hang', 'error', 'delay', 'duplicate'] as const;
type Mode = (typeof modes)[number];

/** Longer than anyone who asks us has patience: see the deadlines in the README. */
const delayMilliseconds = 3_000;

/** What the database says to the victim of a deadlock: the whole transaction is to be done again. */
const deadlock = () =>
  Object.assign(new Error('A failpoint has the transaction done again.'), { errno: 1213 });

/**
 * A named place at which a test may have this process fail, once, in test builds alone; in every other process
 * it does nothing. FAILPOINT=<name>:<mode> arms it, or a line of that in the file that FAILPOINT_FILE names, which
 * a test may write at any time, which several processes may share, and which is gone once it has struck one. The modes:
 * kill (SIGKILL, as a power cut would; the mode where none is named), hang (this piece of work never goes on),
 * error (it throws), delay (it goes on after three seconds), and duplicate: what is around it is done twice, which
 * is the transaction that it stands in, as after a deadlock. See `step` for places outside of transactions.
 */
export async function failpoint(name: string): Promise<void> {
  const mode = struck(name);
  if (mode === 'duplicate') throw deadlock();
  if (mode) await fail(name, mode);
}

/** Does a piece of work, with a failpoint just after it; the mode duplicate does the work twice, one after the other. */
export async function step<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const result = await work();
  const mode = struck(name);
  if (mode === 'duplicate') return work();
  if (mode) await fail(name, mode);
  return result;
}

async function fail(name: string, mode: Exclude<Mode, 'duplicate'>): Promise<void> {
  if (mode === 'error') throw new Error(`The failpoint ${name} strikes.`);
  if (mode === 'delay') return wait(delayMilliseconds);
  if (mode === 'kill') process.kill(process.pid, 'SIGKILL');
  await new Promise(() => undefined);
}

/** The mode of a failpoint that is armed, which disarms it. */
function struck(name: string): Mode | undefined {
  if (process.env.NODE_ENV !== 'test') return undefined;
  const file = process.env.FAILPOINT_FILE;
  const armed = file ? readIfThere(file) : process.env.FAILPOINT;
  const [at, word = 'kill'] = armed?.split(':') ?? [];
  if (at !== name) return undefined;
  const mode = modes.find(each => each === word);
  if (!mode) throw new Error(`FAILPOINT: there is no mode ${word}; there are ${modes.join(', ')}.`);
  if (!file) delete process.env.FAILPOINT;
  else if (!isRemoved(file)) return undefined;
  return mode;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** Whether this process removed it: of several that share a file, one is struck. */
function isRemoved(file: string): boolean {
  try {
    rmSync(file);
    return true;
  } catch {
    return false;
  }
}
