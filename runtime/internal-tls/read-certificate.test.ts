import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { serverSettings } from '../../subgraphs/purchase/env.ts';
import { CertificateAuthority } from '../../testing/certificate-authority.ts';
import { giveCertificate } from '../../testing/give-certificate.ts';
import { parseSettings } from '../settings.ts';
import { internalTlsFolder } from './internal-tls-setting.ts';
import { readCertificate } from './read-certificate.ts';

const scratch = mkdtempSync(join(tmpdir(), 'bookstore-tls-files-'));
const authority = new CertificateAuthority(join(scratch, 'authority'));
const stranger = new CertificateAuthority(join(scratch, 'stranger'));
const folder = join(scratch, 'catalog');
const other = join(scratch, 'other');

beforeEach(() => giveCertificate(folder, authority, 'catalog'));
afterAll(() => {
  rmSync(scratch, { recursive: true });
  delete process.env.INTERNAL_TLS_DIR;
});

const mistakes = (of = folder): string[] => {
  const read = readCertificate(of);
  return 'mistakes' in read ? read.mistakes.map(mistake => mistake.replace(`${of}/`, '')) : [];
};

test('a certificate with its key and its authority is taken', () => {
  expect(readCertificate(folder)).toEqual({
    files: {
      cert: expect.stringContaining('BEGIN CERTIFICATE'),
      key: expect.stringContaining('BEGIN PRIVATE KEY'),
      ca: authority.root,
    },
  });
});

test('while an authority follows another one, both may stand there', () => {
  writeFileSync(join(folder, 'ca.crt'), stranger.root + authority.root);
  expect(mistakes()).toEqual([]);
});

test('files that are not there are all told', () => {
  expect(mistakes(join(scratch, 'nowhere'))).toEqual([
    expect.stringMatching(/^tls\.crt cannot be read \(.*ENOENT/),
    expect.stringMatching(/^tls\.key cannot be read/),
    expect.stringMatching(/^ca\.crt cannot be read/),
  ]);
});

test('files that are something else are all told', () => {
  for (const file of ['tls.crt', 'tls.key', 'ca.crt']) writeFileSync(join(folder, file), 'no PEM');
  expect(mistakes()).toEqual([
    'tls.crt is not a certificate in PEM',
    'tls.key is not a private key in PEM',
    'ca.crt is not a certificate in PEM',
  ]);
});

test('the key of another certificate, and an authority that did not sign it, are told', () => {
  giveCertificate(other, stranger, 'catalog');
  copyFileSync(join(other, 'tls.key'), join(folder, 'tls.key'));
  copyFileSync(join(other, 'ca.crt'), join(folder, 'ca.crt'));
  expect(mistakes()).toEqual([
    'tls.key is not the key of tls.crt',
    'tls.crt is signed by none in ca.crt that counts now',
  ]);
});

test('one that is over is told', () => {
  giveCertificate(folder, authority, 'catalog', -1);
  expect(mistakes()).toEqual([expect.stringMatching(/^tls\.crt is good from .* to .* alone$/)]);
});

test('a process tells them with the other mistakes in its settings, each by the setting’s name', () => {
  const result = parseSettings(
    { INTERNAL_TLS_DIR: internalTlsFolder, PURCHASE_PORT: serverSettings.PURCHASE_PORT },
    { INTERNAL_TLS_DIR: scratch, PURCHASE_PORT: 'none' },
  );
  expect(result).toEqual({
    mistakes: expect.arrayContaining([
      expect.stringMatching(/^INTERNAL_TLS_DIR: .*tls\.crt cannot be read/),
      expect.stringMatching(/^INTERNAL_TLS_DIR: .*ca\.crt cannot be read/),
      expect.stringMatching(/^PURCHASE_PORT: must be/),
    ]),
  });
});

test('with it the others are called by https, and nobody may say otherwise', () => {
  const { AUTH_URL } = serverSettings;
  expect(parseSettings({ AUTH_URL }, {})).toEqual({ settings: { AUTH_URL: 'http://127.0.0.1:4001' } });
  process.env.INTERNAL_TLS_DIR = folder;
  expect(parseSettings({ AUTH_URL }, {})).toEqual({ settings: { AUTH_URL: 'https://127.0.0.1:4001' } });
  expect(parseSettings({ AUTH_URL }, { AUTH_URL: 'http://auth:4001' })).toEqual({
    mistakes: ['AUTH_URL: must begin with https, since there is an INTERNAL_TLS_DIR'],
  });
});
