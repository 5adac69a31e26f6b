import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { places } from '../deploy/local/places.ts';

/** What a process of the tests logs from now on, as its lines of the levels error and fatal; logs of earlier runs stay. */
export function errorsLoggedSince(logFile: string): () => string[] {
  const file = join(places.data, 'test', 'logs', logFile);
  const before = existsSync(file) ? statSync(file).size : 0;
  return () =>
    readFileSync(file)
      .subarray(before)
      .toString('utf8')
      .split('\n')
      .filter(line => /"level":(50|60)\b/.test(line));
}
