import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { signAccessToken, verifyAccessToken } from '../../runtime/access-token.ts';
import { newId } from '../../runtime/ids.ts';
import { signingKeyOf } from './signing-key.ts';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

test('a signing key has the same name in every process and publishes its public half alone', () => {
  const key = signingKeyOf(privateKey);
  expect(signingKeyOf(privateKey)).toMatchObject({ kid: key.kid });
  expect(key.kid).toMatch(/^[\w-]{43}$/);
  expect(Object.keys(key.publicKey).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
});

test('what it signs is verified by what it publishes', () => {
  const key = signingKeyOf(privateKey);
  const viewer = { id: newId(), role: 'ADMIN', sessionId: newId() } as const;
  const token = signAccessToken(viewer, key, new Date());
  const publicKey = createPublicKey({ key: key.publicKey, format: 'jwk' });
  expect(verifyAccessToken(token, publicKey)).toEqual(viewer);
});

test('what it signed before a time at which all sessions ended holds no more', () => {
  const key = signingKeyOf(privateKey);
  const viewer = { id: newId(), role: 'CUSTOMER', sessionId: newId() } as const;
  const now = Math.floor(Date.now() / 1000) * 1000;
  const token = signAccessToken(viewer, key, new Date(now));
  const publicKey = createPublicKey({ key: key.publicKey, format: 'jwk' });
  expect(verifyAccessToken(token, publicKey, now)).toEqual(viewer);
  expect(verifyAccessToken(token, publicKey, now + 1)).toBeUndefined();
});
