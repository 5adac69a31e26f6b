import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { passwordWeakness } from './password-rules.ts';

const email = 'Rosa.Diaz@bookstore.example';

describe('a password', () => {
  test.each(['a shelf of books', 'x'.repeat(128), '😀'.repeat(8), '        '])('%j is accepted', password => {
    expect(passwordWeakness(password, email)).toBeUndefined();
  });

  test.each([
    ['too short', '1234567'],
    ['too short in characters', '😀'.repeat(7)],
    ['too long', 'x'.repeat(129)],
    ['common', 'Password1'],
    ['the e-mail address', 'xROSA.diaz@bookstore.example'],
    ['what stands before the @', '--rosa.diaz--'],
  ])('%s is refused', (_, password) => {
    expect(passwordWeakness(password, email)).toMatch(/Choose/);
  });

  test('may hold the local part when that is as short as a syllable', () => {
    expect(passwordWeakness('alabaster box', 'al@b.example')).toBeUndefined();
  });
});

test('the list of common passwords holds what could be chosen, in lower case, once', () => {
  const list = readFileSync(new URL('./common-passwords.txt', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  expect(list.filter(line => line.length < 8 || line !== line.trim().toLowerCase())).toEqual([]);
  expect(new Set(list).size).toBe(list.length);
});
