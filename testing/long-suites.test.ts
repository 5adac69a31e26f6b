import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { groups, variantOf } from './env.ts';
import { leftOutSuites } from './long-suites.ts';

const turns = 24 * groups;
const first = Array.from({ length: groups }, (_, turn) => turn);
const all = new Set(first.flatMap(leftOutSuites));

test('what takes turns is there', () => {
  for (const file of all) expect({ file, exists: existsSync(file) }).toEqual({ file, exists: true });
});

test('as many turns in a row as there are groups tell each of it once', () => {
  const told = first.flatMap(turn => [...all].filter(file => !leftOutSuites(turn).includes(file)));
  expect(told.sort()).toEqual([...all].sort());
  for (let turn = groups; turn < turns; turn += 1)
    expect(leftOutSuites(turn)).toEqual(leftOutSuites(turn % groups));
});

test.each([2, 3, 4, 6, 8, 10])('each of %i variants of a suite has its turn, in every group', ofSoMany => {
  for (const group of first) {
    const told = new Set<number>();
    for (let turn = group; turn < turns; turn += groups) told.add(variantOf(turn) % ofSoMany);
    expect({ group, variants: told.size }).toEqual({ group, variants: ofSoMany });
  }
});
