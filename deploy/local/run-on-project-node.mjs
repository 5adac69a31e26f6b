import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const exitWithParent = new URL('./exit-with-parent.mjs', import.meta.url).href;

// Saves every process a third of its start. It lies where the next install of other dependencies clears it.
const compileCache = resolve(root, 'node_modules', '.cache', 'node-compile');

// Ctrl-C reaches every process of the terminal, and npm passes its own on: what comes within this time is
// the same one again.
const sameSignalMilliseconds = 1000;
const parentPollMilliseconds = 500;

// The shell that npm puts between, or npm itself, may be killed without a signal for us.
function whenNpmIsGone(act) {
  if (!process.env.npm_lifecycle_event) return;
  const npm = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(timer);
    act();
  }, parentPollMilliseconds);
}

/**
 * Runs a file of the project, args[0], on the project's Node with the rest of args, in this process's place:
 * the same terminal, every signal passed on once, the same exit code. The program has a process group of its
 * own, so that the terminal's signals reach it through here alone.
 */
export function runOnProjectNode(node, [file, ...args]) {
  const env = { NODE_COMPILE_CACHE: compileCache, ...process.env, APOLLO_TELEMETRY_DISABLED: '1' };
  delete env.NODE_OPTIONS;
  const program = spawn(node, ['--import', exitWithParent, resolve(root, file), ...args], {
    env,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
  let passedOn = 0;
  const passOn = signal => {
    if (Date.now() - passedOn < sameSignalMilliseconds) return;
    passedOn = Date.now();
    program.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => passOn(signal));
  whenNpmIsGone(() => passOn('SIGTERM'));
  program.on('error', error => {
    console.error(`The project's Node cannot be run: ${error.message}. Remove node_modules and try again.`);
    process.exit(1);
  });
  program.on('exit', (code, signal) => {
    if (!signal) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
