import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { type Seal, seal, unseal } from './seal.ts';
import { newSecret, openSecret, sealSecret } from './second-factor-secret.ts';

const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

test('what is sealed is opened by the same key, for the same purpose and the same owner alone', () => {
  const by = { settingsKey: newKey(), purpose: 'a', owner: 'Ana' };
  const bytes = randomBytes(20);
  const sealed = seal(bytes, by);
  expect(unseal(sealed, by)).toEqual(bytes);
  const { owner: _, ...withoutOwner } = by;
  const others: Seal[] = [
    { ...by, settingsKey: newKey() },
    { ...by, purpose: 'b' },
    { ...by, owner: 'Eve' },
    withoutOwner,
  ];
  for (const other of others) expect(unseal(sealed, other)).toBeUndefined();
});

test('the secret of a second factor is opened for its user by its key alone, and not seen where it lies', () => {
  const [secret, settingsKey] = [newSecret(), newKey()];
  const sealed = sealSecret(secret, 'Ana', settingsKey);
  expect(openSecret(sealed, 'Ana', settingsKey)).toEqual(secret);
  expect(openSecret(sealed, 'Eve', settingsKey)).toBeUndefined();
  expect(openSecret(sealed, 'Ana', newKey())).toBeUndefined();
  expect(Buffer.from(sealed, 'base64url').includes(secret)).toBe(false);
});
