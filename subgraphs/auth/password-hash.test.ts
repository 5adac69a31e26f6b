import { describe, expect, test } from '@jest/globals';
import { hashPassword, nobodysHash, verifyPassword } from './password-hash.ts';

const owasp = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;

describe('a password hash', () => {
  test('is argon2id with the parameters of OWASP, salted anew each time', async () => {
    const [one, other] = await Promise.all([hashPassword('a shelf'), hashPassword('a shelf')]);
    expect(one).toMatch(owasp);
    expect(other).not.toBe(one);
  });

  test('verifies the password alone, however its letters are written', async () => {
    const hash = await hashPassword('caf\u00e9 au lait');
    expect(await verifyPassword(hash, 'cafe\u0301 au lait')).toBe(true);
    expect(await verifyPassword(hash, 'cafe au lait')).toBe(false);
  });

  test('stands in for accounts that do not exist at the same cost', async () => {
    expect(nobodysHash).toMatch(owasp);
    expect(await verifyPassword(nobodysHash, '')).toBe(false);
  });
});
