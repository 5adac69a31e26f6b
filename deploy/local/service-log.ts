import { createWriteStream, mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { places, projectFolder } from './places.ts';
import { sayNow } from './progress.ts';
import { readLogLine } from './read-log-line.ts';
import { shortenLog } from './shorten-log.ts';

const keptLines = 15;

/** On the console, each service has this many lines in so much time at most. */
const burst = { lines: 8, milliseconds: 10_000 };

export interface ServiceLog {
  /** Takes in every line of a new process's output. */
  follow(...streams: Readable[]): void;
  /** Whether warnings go to the console: not until the services have found each other, nor when they part. */
  showWarnings(shown: boolean): void;
  /** The last lines of the newest process, for when it does not start. */
  lastLines(): string;
  close(): void;
}

/** The log of a service: all of it goes to .data/logs/<name>.log, warnings and errors to the console too. */
export function openServiceLog(name: string): ServiceLog {
  mkdirSync(places.logs, { recursive: true, mode: 0o700 });
  const path = join(places.logs, `${name}.log`);
  shortenLog(path);
  const file = createWriteStream(path, { flags: 'a', mode: 0o600 });
  file.on('error', error => sayNow(`${path} cannot be written: ${error.message}`));
  let last: string[] = [];
  let warnings = false;
  let window = { since: 0, lines: 0 };

  function show(text: string): void {
    if (Date.now() - window.since > burst.milliseconds) window = { since: Date.now(), lines: 0 };
    window.lines += 1;
    if (window.lines <= burst.lines) sayNow(`${name}: ${text}`);
    else if (window.lines === burst.lines + 1)
      sayNow(`${name}: more such lines are in ${relative(projectFolder, path)}`);
  }

  function take(line: string): void {
    file.write(`${line}\n`);
    last = [...last, line].slice(-keptLines);
    const remark = readLogLine(line);
    if (remark && (warnings || !remark.isWarning)) show(remark.text);
  }

  return {
    follow(...streams) {
      last = [];
      for (const input of streams) createInterface({ input }).on('line', take);
    },
    showWarnings(shown) {
      warnings = shown;
    },
    lastLines: () => last.join('\n'),
    close: () => file.end(),
  };
}
