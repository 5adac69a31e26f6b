import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { turns } from './env.ts';
import { nextTurn } from './next-turn.ts';

const folder = mkdtempSync(join(tmpdir(), 'turn-'));
const file = join(folder, 'kept', 'turn');

afterAll(() => rmSync(folder, { recursive: true }));

test('runs take one turn after the other, and begin again after the last', () => {
  const taken = Array.from({ length: turns + 1 }, () => nextTurn(file));
  expect(taken).toEqual([...Array.from({ length: turns }, (_, turn) => turn), 0]);
  writeFileSync(file, 'cut off');
  expect(nextTurn(file)).toBe(0);
});
