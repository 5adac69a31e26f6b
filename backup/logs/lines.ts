import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SubgraphName } from '../../runtime/services.ts';
import { nameOfTime } from '../archive/name-of-time.ts';
import { LogLine } from './log-line.ts';

const folderOf = (archive: string, subgraph: SubgraphName): string => join(archive, 'logs', subgraph);

/** The lines of a subgraph's logs in an archive, the oldest first. */
export function linesOf(archive: string, subgraph: SubgraphName): LogLine[] {
  const folder = folderOf(archive, subgraph);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .filter(name => existsSync(join(folder, name, 'line.json')))
    .map(name => new LogLine(join(folder, name)));
}

/** Begins a line at a file of a server's log. */
export function beginLine(archive: string, subgraph: SubgraphName, server: string, file: string): LogLine {
  const folder = folderOf(archive, subgraph);
  for (let time = Date.now(); ; time += 1000) {
    const name = nameOfTime(new Date(time));
    if (!existsSync(join(folder, name))) return LogLine.begin(join(folder, name), server, file);
  }
}

/** The line into which a subgraph's log is copied now. */
export const newestLine = (archive: string, subgraph: SubgraphName): LogLine | undefined =>
  linesOf(archive, subgraph).at(-1);
