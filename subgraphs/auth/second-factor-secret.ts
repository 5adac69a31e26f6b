import { type KeyObject, randomBytes } from 'node:crypto';
import { base32Of } from './base32.ts';
import { seal, unseal } from './seal.ts';
import { codeDigits, stepSeconds } from './totp.ts';

// As long as the output of SHA-1, as RFC 4226, section 4, recommends.
const secretBytes = 20;

const sealOf = (settingsKey: KeyObject, owner: string) => ({
  settingsKey,
  purpose: 'secrets of second factors',
  owner,
});

/** A new secret: 160 random bits. */
export const newSecret = (): Buffer => randomBytes(secretBytes);

/** A user's secret as it may lie in the database. */
export const sealSecret = (secret: Buffer, userId: string, settingsKey: KeyObject): string =>
  seal(secret, sealOf(settingsKey, userId)).toString('base64url');

/** A user's secret; undefined where another key of the settings sealed it, or it is somebody else's. */
export const openSecret = (sealed: string, userId: string, settingsKey: KeyObject): Buffer | undefined =>
  unseal(Buffer.from(sealed, 'base64url'), sealOf(settingsKey, userId));

/**
 * What an authenticator app is told a secret by: `otpauth://totp/…`. Source: Key URI Format of Google Authenticator
 * (https://github.com/google/google-authenticator/wiki/Key-Uri-Format).
 */
export function otpauthUri(secret: Buffer, { issuer, account }: { issuer: string; account: string }): string {
  const parameters = new URLSearchParams({
    secret: base32Of(secret),
    issuer,
    algorithm: 'SHA1',
    digits: String(codeDigits),
    period: String(stepSeconds),
  });
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(account)}?${parameters}`;
}
