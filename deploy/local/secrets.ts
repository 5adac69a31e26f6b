import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writePrivateFile } from './write-private-file.ts';

/** What the launcher makes up at the first start and keeps for the later ones. */
export interface Secrets {
  internalTokenSecret: string;
  adminPassword: string;
}

/** The secrets in `file`, made where they are missing; only the file's owner may read it. */
export function keepSecrets(file: string): Secrets {
  const kept: Partial<Secrets> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const secrets = {
    internalTokenSecret: kept.internalTokenSecret ?? randomBytes(48).toString('base64url'),
    adminPassword: kept.adminPassword ?? randomBytes(18).toString('base64url'),
  };
  if (!kept.internalTokenSecret || !kept.adminPassword) writePrivateFile(file, JSON.stringify(secrets));
  return secrets;
}

/** Makes an ES256 private key (PEM, PKCS #8) in `file` where there is none; only its owner may read it. */
export function keepSigningKey(file: string): void {
  if (existsSync(file)) return;
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  writePrivateFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
}
