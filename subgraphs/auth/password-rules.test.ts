import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { dictionary } from '@zxcvbn-ts/language-common';
import { passwordWeakness } from './password-rules.ts';

const place = { email: 'Rosa.Diaz@bookstore.example', storeUrl: undefined };
const nowhere = { email: undefined, storeUrl: undefined };

describe('a password', () => {
  test.each(['a shelf of books', 'x'.repeat(128), '😀'.repeat(8), '        '])('%j is accepted', password => {
    expect(passwordWeakness(password, place)).toBeUndefined();
  });

  test.each([
    ['too short', '1234567'],
    ['too short in characters', '😀'.repeat(7)],
    ['too long', 'x'.repeat(129)],
    ['common', 'Password1'],
    ['the e-mail address', 'xROSA.diaz@bookstore.example'],
    ['what stands before the @', '--rosa.diaz--'],
    ['words of the trade', 'L1br3r1a-2026!'],
  ])('%s is refused', (_, password) => {
    expect(passwordWeakness(password, place)).toMatch(/Choose/);
  });

  test('may hold the local part when that is as short as a syllable', () => {
    expect(passwordWeakness('alabaster box', { ...place, email: 'al@b.example' })).toBeUndefined();
  });
});

test('our list of common passwords holds what could be chosen and the library lacks, in lower case, once', () => {
  const list = readFileSync(new URL('./common-passwords.txt', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  const known = new Set(dictionary['passwords-common'].map(password => password.toLowerCase()));
  expect(list.filter(line => line.length < 8 || line !== line.trim().toLowerCase())).toEqual([]);
  expect(list.filter(line => known.has(line))).toEqual([]);
  expect(new Set(list).size).toBe(list.length);
});

// ASVS 5.0, 6.2.4: the 3000 most common of those that the rules would allow.
test('more than the 3000 most common are refused, in capitals too', () => {
  const most = dictionary['passwords-common'].filter(password => password.length >= 8).slice(0, 3_000);
  expect(most).toHaveLength(3_000);
  expect(most.filter(password => !/most common/.test(passwordWeakness(password, nowhere) ?? ''))).toEqual([]);
  expect(passwordWeakness('BIBLIOTECA', nowhere)).toMatch(/most common/);
});
