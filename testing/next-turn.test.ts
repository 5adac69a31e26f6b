import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { nextTurn } from './next-turn.ts';

const folder = mkdtempSync(join(tmpdir(), 'turn-'));
const file = join(folder, 'kept', 'turn');

afterAll(() => rmSync(folder, { recursive: true }));

test('runs take one turn after the other, from the first again where it is not known', () => {
  expect([nextTurn(file), nextTurn(file), nextTurn(file)]).toEqual([0, 1, 2]);
  writeFileSync(file, 'cut off');
  expect(nextTurn(file)).toBe(0);
});
