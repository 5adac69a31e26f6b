import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const isWorker = (pid: number) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('worker process');

/**
 * The NGINX that keeps its files in a folder, and its workers, by /proc, which Linux alone has. Not those that look after its cache:
 * the one that reads it at the start ends after a minute.
 */
export function nginxPids(folder: string): number[] {
  const own = Number(readFileSync(join(folder, 'nginx.pid'), 'utf8'));
  const children = readFileSync(`/proc/${own}/task/${own}/children`, 'utf8').trim().split(' ').map(Number);
  return [own, ...children.filter(isWorker)];
}
