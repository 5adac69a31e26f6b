import { statSync, truncateSync } from 'node:fs';

const mostBytes = 10 * 1024 * 1024;

/** Empties a log file that has grown beyond 10 MB. */
export function shortenLog(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > mostBytes) truncateSync(file);
}
