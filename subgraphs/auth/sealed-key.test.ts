import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { openKey, sealKey } from './sealed-key.ts';

const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

test('a sealed key is opened by the key that sealed it alone, and unchanged alone', () => {
  const [key, settingsKey] = [newKey(), newKey()];
  const sealed = sealKey(key, settingsKey);
  expect(openKey(sealed, settingsKey)?.equals(key)).toBe(true);
  expect(openKey(sealed, newKey())).toBeUndefined();
  for (const place of [0, 20, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[place] = (changed[place] ?? 0) ^ 1;
    expect(openKey(changed, settingsKey)).toBeUndefined();
  }
  expect(openKey(Buffer.alloc(3), settingsKey)).toBeUndefined();
});

test('nothing of the key is seen in it', () => {
  const key = newKey();
  const secret = key.export({ format: 'jwk' }).d ?? '';
  expect(sealKey(key, newKey()).includes(Buffer.from(secret, 'base64url'))).toBe(false);
});
