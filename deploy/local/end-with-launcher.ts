import { spawn } from 'node:child_process';

// `read` ends when the pipe closes. Without a line before that, the launcher was killed; the services, which
// notice it themselves, then get two seconds to drain before the group $1 is told to end.
const watch = 'read -r line || { sleep 2; kill -s TERM -- "-$1" 2>/dev/null; }';

/**
 * Has a process group end with this process even where this one is killed by SIGKILL: a shell waits on a pipe
 * from here. Returns what calls the watch off; call it when the group has ended.
 */
export function endWithLauncher(group: number): () => void {
  const watcher = spawn('/bin/sh', ['-c', watch, 'sh', String(group)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watcher.on('error', () => {});
  watcher.stdin.on('error', () => {});
  watcher.unref();
  return () => watcher.stdin.end('\n');
}
