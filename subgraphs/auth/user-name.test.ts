import { describe, expect, test } from '@jest/globals';
import { nameError, normalName } from './user-name.ts';

describe('a name', () => {
  test.each(['Ana', 'a', 'شهرزاد', '😀'.repeat(100), 'e\u0301'.repeat(100), `  ${'x'.repeat(100)}\n`])(
    '%j is accepted',
    name => {
      expect(nameError(normalName(name))).toBeUndefined();
    },
  );

  test.each([
    '',
    ' \u00a0 ',
    '\u200b',
    'a\nb',
    'a\u0000b',
    'a\u2028b',
    '\ud800',
    'x'.repeat(101),
    '😀'.repeat(101),
  ])('%j is refused', name => {
    expect(nameError(normalName(name))).toMatchObject({ code: 'NAME_INVALID', field: ['name'] });
  });
});
