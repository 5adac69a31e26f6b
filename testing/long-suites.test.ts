import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { turns } from './env.ts';
import { leftOutSuites } from './long-suites.ts';

const all = new Set([0, 1, 2].flatMap(leftOutSuites));

test('what takes turns is there', () => {
  for (const file of all) expect({ file, exists: existsSync(file) }).toEqual({ file, exists: true });
});

test('three turns in a row tell each of it once', () => {
  const told = [0, 1, 2].flatMap(turn => [...all].filter(file => !leftOutSuites(turn).includes(file)));
  expect(told.sort()).toEqual([...all].sort());
  for (let turn = 3; turn < turns; turn += 1) expect(leftOutSuites(turn)).toEqual(leftOutSuites(turn % 3));
});
