import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const shownLines = 30;

// The npm that started this command, where one did, on the Node that it runs on: the Node that runs this file may be
// the project's own (npm puts node_modules/.bin before everything else), which is being replaced.
function npmCommand() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  return script && node && basename(script) === 'npm-cli.js' ? [node, script] : ['npm'];
}

const forProjectNode = fileURLToPath(new URL('npm-for-project-node.cjs', import.meta.url));

// npm tells the reason first, and then how it is used.
const firstLines = output => output.trim().split('\n').slice(0, shownLines).join('\n');

/**
 * Runs npm in `folder`, its output hidden; `lock` holds until npm has ended, even where this process is killed.
 * Throws the beginning of what npm said when it fails. A signal ends npm, which would take its time, at once and
 * then this process: the next install begins anew.
 */
export function runNpm(args, folder, lock) {
  const [command, ...first] = npmCommand();
  const env = {
    ...process.env,
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    NODE_OPTIONS: `--require ${JSON.stringify(forProjectNode)}`,
  };
  const child = spawn(command, [...first, ...args], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  if (child.pid) lock.share(child.pid);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', text => {
      output += text;
    });
  }
  let received;
  const end = signal => {
    if (received) return;
    received = signal;
    process.kill(-child.pid, 'SIGKILL');
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, end);
  return new Promise((resolve, reject) => {
    child.on('error', error => reject(new Error(`npm cannot be run: ${error.message}`)));
    child.on('close', (code, signal) => {
      for (const name of signals) process.off(name, end);
      if (received) {
        lock.release();
        process.kill(process.pid, received);
      } else if (code === 0) resolve();
      else
        reject(
          new Error(
            `${firstLines(output)}\nInstalling the dependencies failed: npm ended with ${code ?? signal}.`,
          ),
        );
    });
  });
}
