import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { keepSecrets, keepSigningKey } from './secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'secrets '));
afterAll(() => rmSync(folder, { recursive: true }));

const mode = (file: string) => statSync(file).mode & 0o777;

test('secrets are made once, for their owner alone', () => {
  const file = join(folder, 'secrets.json');
  const secrets = keepSecrets(file);
  expect(secrets.internalTokenSecret.length).toBeGreaterThanOrEqual(32);
  expect(secrets.adminPassword).toMatch(/^[\w-]{24}$/);
  expect(keepSecrets(file)).toEqual(secrets);
  expect(mode(file)).toBe(0o600);
});

test('the signing key is an ES256 key, made once', () => {
  const file = join(folder, 'keys', 'key.pem');
  keepSigningKey(file);
  const pem = readFileSync(file, 'utf8');
  expect(createPrivateKey(pem).asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
  keepSigningKey(file);
  expect(readFileSync(file, 'utf8')).toBe(pem);
  expect(mode(file)).toBe(0o600);
});
