import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

// A file younger than this may be one whose owner has not written its content yet.
const writingMilliseconds = 5000;

function readOr(file, fallback) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return fallback;
  }
}

const boot = readOr('/proc/sys/kernel/random/boot_id', '').trim();

export function identityOf(pid) {
  const stat = readOr(`/proc/${pid}/stat`, '');
  if (stat) {
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return 'ZX'.includes(fields[0]) ? undefined : `${boot} ${fields[19]}`;
  }
  if (boot) return undefined;
  try {
    const [state, ...started] = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .trim()
      .split(/\s+/);
    return state.startsWith('Z') ? undefined : started.join(' ');
  } catch {
    return undefined;
  }
}

export const isRunning = ({ pid, identity }) => identity !== undefined && identityOf(pid) === identity;

function youngerThan(file, milliseconds) {
  try {
    return Date.now() - statSync(file).mtimeMs < milliseconds;
  } catch {
    return false;
  }
}

export function holderOf(file) {
  try {
    const holders = JSON.parse(readFileSync(file, 'utf8'));
    return holders.find(isRunning)?.pid;
  } catch {
    return youngerThan(file, writingMilliseconds) ? 0 : undefined;
  }
}

const describe = pid => ({ pid, identity: identityOf(pid) });

function create(file) {
  try {
    writeFileSync(file, JSON.stringify([describe(process.pid)]), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

// Removing what a dead process left is itself done under a lock: of two that find it, one removes it, and
// nobody removes the lock that the other takes next.
function removeStale(file) {
  const removing = `${file}.removing`;
  if (!create(removing)) {
    if (holderOf(removing) === undefined) rmSync(removing, { force: true });
    return;
  }
  if (holderOf(file) === undefined) rmSync(file, { force: true });
  rmSync(removing, { force: true });
}

export function takeLock(file) {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  while (!create(file)) {
    if (holderOf(file) !== undefined) return undefined;
    removeStale(file);
  }
  return {
    share: pid => writeFileSync(file, JSON.stringify([describe(process.pid), describe(pid)])),
    release: () => rmSync(file, { force: true }),
  };
}
