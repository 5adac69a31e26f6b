import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readCertificate } from '../../runtime/internal-tls/read-certificate.ts';
import { shellcheckProgram } from '../../testing/shellcheck-program.ts';
import { projectFolder } from '../local/places.ts';
import { runToEnd } from '../local/run-to-end.ts';

const program = 'deploy/internal-tls/make-certificates.sh';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bookstore-certificates-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function make(names: string[], settings: Record<string, string> = {}): Promise<void> {
  const environment = { PATH: process.env.PATH, ...settings };
  const args = [program, folder, ...names];
  expect(await runToEnd({ program: 'sh', args, folder: projectFolder, environment })).toEqual({
    code: 0,
    output: '',
  });
}

const certificateOf = (name: string) => new X509Certificate(readFileSync(join(folder, name, 'tls.crt')));

test('each service has a certificate for its name by one authority, as it takes it, and its key alone', async () => {
  await make(['auth', 'catalog']);
  for (const name of ['auth', 'catalog']) {
    expect(readCertificate(join(folder, name))).toEqual({ files: expect.any(Object) });
    const certificate = certificateOf(name);
    expect([certificate.checkHost(name), certificate.checkHost('purchase')]).toEqual([name, undefined]);
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(certificate.ca).toBe(false);
    expect(statSync(join(folder, name, 'tls.key')).mode & 0o077).toBe(0);
  }
  expect(readdirSync(join(folder, 'public'))).toEqual(['ca.crt']);
  expect(certificateOf('auth').publicKey.equals(certificateOf('catalog').publicKey)).toBe(false);
});

test('what is good stays; what ends within a month is made anew by the same authority', async () => {
  await make(['auth', 'catalog'], { DAYS: '20' });
  await make(['auth']);
  const [auth, catalog] = [certificateOf('auth'), certificateOf('catalog')];
  await make(['auth', 'catalog']);
  expect(certificateOf('auth').serialNumber).toBe(auth.serialNumber);
  expect(certificateOf('catalog').serialNumber).not.toBe(catalog.serialNumber);
  const root = new X509Certificate(readFileSync(join(folder, 'authority', 'ca.crt')));
  expect(certificateOf('catalog').verify(root.publicKey)).toBe(true);
});

const shellcheck = shellcheckProgram();
(shellcheck ? test : test.skip)('ShellCheck has nothing to say of it', async () => {
  const ended = await runToEnd({ program: shellcheck ?? '', args: [program], folder: projectFolder });
  expect(ended).toEqual({ code: 0, output: '' });
});
