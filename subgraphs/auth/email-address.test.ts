import { describe, expect, test } from '@jest/globals';
import { emailKeyOf, isEmailAddress, normalEmail } from './email-address.ts';

const longest = `${'l'.repeat(64)}@${'d'.repeat(63)}.${'d'.repeat(63)}.${'d'.repeat(61)}`;

describe('an e-mail address', () => {
  test.each(['seller@bookstore.example', "o'brien+books@b.example", 'a.b@c.de', 'ü@bücher.example', longest])(
    '%j is well formed',
    email => {
      expect(isEmailAddress(normalEmail(email))).toBe(true);
    },
  );

  test.each([
    ...['', 'a', '@b.cd', 'a@', 'a@b', 'a@@b.cd', 'a@b@c.de', 'a b@c.de', 'a@b c.de', 'a@b..cd', 'a@b.cd.'],
    ...['a@-b.cd', 'a@b-.cd', '.a@b.cd', 'a.@b.cd', 'a..b@c.de', '<a@b.cd>', '"a"@b.cd', 'a,b@c.de'],
    ...['a\u0000@b.cd', 'a\ud800@b.cd', 'a\u202e@b.cd', 'a@b.cd\r\nBcc: x@y.zz', `l${longest}`],
  ])('%j is not', email => {
    expect(isEmailAddress(normalEmail(email))).toBe(false);
  });

  test('is the same however it is written', () => {
    expect(emailKeyOf(' Zoe\u0308@B.Example\n')).toBe('zo\u00eb@b.example');
    expect(normalEmail(' Zoe\u0308@B.Example\n')).toBe('Zo\u00eb@B.Example');
  });
});
