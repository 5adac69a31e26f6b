import { expect, test } from '@jest/globals';
import { isAtLeast } from './is-at-least.ts';

test.each([
  ['1.26.3', '1.25.1', true],
  ['1.25.1', '1.25.1', true],
  ['1.22.1', '1.25.1', false],
  ['1.100', '1.25.1', true],
  ['3.5', '3.5.0', true],
  ['3.0.20', '3.5.0', false],
])('%s is at least %s: %s', (version, least, expected) => {
  expect(isAtLeast(version, least)).toBe(expected);
});
