import { createCipheriv, createDecipheriv, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';

// AES-256-GCM: 12 bytes of nonce, what is sealed, 16 bytes of tag. The sealing key is derived from the key of the settings (RFC 5869).
const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** By what something is sealed. */
export interface Seal {
  settingsKey: KeyObject;
  /** What kind of thing it is: what is sealed for one purpose is opened for no other. */
  purpose: string;
  /** Whose it is, where that matters: what is sealed for one is opened for nobody else. */
  owner?: string;
}

const sealingKeyOf = ({ settingsKey, purpose }: Seal): Buffer => {
  const secret = settingsKey.export({ type: 'pkcs8', format: 'der' });
  return Buffer.from(hkdfSync('sha256', secret, '', `bookstore/auth: ${purpose}`, 32));
};

/** Bytes as they may lie in the database: whoever lacks the key of the settings cannot open them. */
export function seal(bytes: Uint8Array, by: Seal): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, sealingKeyOf(by), nonce).setAAD(Buffer.from(by.owner ?? ''));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** The bytes that were sealed; undefined where that was done by something else, or somebody changed them. */
export function unseal(sealed: Buffer, by: Seal): Buffer | undefined {
  try {
    const decipher = createDecipheriv(algorithm, sealingKeyOf(by), sealed.subarray(0, nonceBytes));
    decipher.setAAD(Buffer.from(by.owner ?? '')).setAuthTag(sealed.subarray(-tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
}
