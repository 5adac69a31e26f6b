import { describe, expect, test } from '@jest/globals';
import { base32Of } from './base32.ts';
import { codeOf, stepOf, stepOfCode } from './totp.ts';

const secret = Buffer.from('12345678901234567890');

describe('a code', () => {
  // RFC 6238, appendix B, for SHA-1: the last six of its eight digits.
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('is that of the RFC at %d s', (seconds, code) => {
    expect(codeOf(secret, stepOf(new Date(seconds * 1000)))).toBe(code);
  });

  test('is known in its step, the one before and the one after, and no other', () => {
    const now = 41_000_000;
    const known = [-2, -1, 0, 1, 2].map(away => stepOfCode(secret, codeOf(secret, now + away), now));
    expect(known).toEqual([undefined, now - 1, now, now + 1, undefined]);
  });

  test.each(['', '12345', '1234567', '28708٢', 'ABCDEF', '😀'])('%j is none', text => {
    expect(stepOfCode(secret, text, 1)).toBeUndefined();
  });
});

// RFC 4648, section 10, without padding.
test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('base32 of %j is %s', (text, base32) => {
  expect(base32Of(Buffer.from(text))).toBe(base32);
});
