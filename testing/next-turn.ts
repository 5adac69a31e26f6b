import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { places } from '../deploy/local/places.ts';

/** The turn after that of the run before, which the file keeps; 0 where it keeps none. */
export function nextTurn(file = join(places.data, 'test', 'turn')): number {
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : -1;
  const turn = Number.isInteger(last) ? last + 1 : 0;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, String(turn));
  return turn;
}
