import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileNames } from '../runtime/internal-tls/read-certificate.ts';
import type { CertificateAuthority } from './certificate-authority.ts';

/**
 * Makes a folder as INTERNAL_TLS_DIR names one: a certificate for a name or an address, or another one where there is one,
 * by an authority that all believe who are given one of it. It ended already where `days` is negative.
 */
export function giveCertificate(folder: string, by: CertificateAuthority, name: string, days = 1): void {
  mkdirSync(folder, { recursive: true });
  const pem = by.issue(name, days);
  const begin = pem.indexOf('-----BEGIN CERTIFICATE-----');
  writeFileSync(join(folder, fileNames.cert), pem.slice(begin));
  writeFileSync(join(folder, fileNames.key), pem.slice(0, begin));
  writeFileSync(join(folder, fileNames.ca), by.root);
}
