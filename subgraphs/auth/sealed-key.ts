import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

// AES-256-GCM: 12 bytes of nonce, the sealed key, 16 bytes of tag. The sealing key is derived from the key of the settings (RFC 5869).
const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

const sealingKeyOf = (settingsKey: KeyObject): Buffer => {
  const secret = settingsKey.export({ type: 'pkcs8', format: 'der' });
  return Buffer.from(hkdfSync('sha256', secret, '', 'bookstore/auth: sealed signing keys', 32));
};

/** A private key as it may lie in the database: whoever lacks the key of the settings cannot open it. */
export function sealKey(privateKey: KeyObject, settingsKey: KeyObject): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, sealingKeyOf(settingsKey), nonce);
  const sealed = cipher.update(privateKey.export({ type: 'pkcs8', format: 'der' }));
  return Buffer.concat([nonce, sealed, cipher.final(), cipher.getAuthTag()]);
}

/** The private key that was sealed; undefined where another key sealed it, or somebody changed it. */
export function openKey(sealed: Buffer, settingsKey: KeyObject): KeyObject | undefined {
  try {
    const decipher = createDecipheriv(algorithm, sealingKeyOf(settingsKey), sealed.subarray(0, nonceBytes));
    decipher.setAuthTag(sealed.subarray(-tagBytes));
    const key = Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
    return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  } catch {
    return undefined;
  }
}
