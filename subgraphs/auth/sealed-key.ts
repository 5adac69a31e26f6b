import { createPrivateKey, type KeyObject } from 'node:crypto';
import { seal, unseal } from './seal.ts';

const purpose = 'sealed signing keys';

/** A private key as it may lie in the database: whoever lacks the key of the settings cannot open it. */
export const sealKey = (privateKey: KeyObject, settingsKey: KeyObject): Buffer =>
  seal(privateKey.export({ type: 'pkcs8', format: 'der' }), { settingsKey, purpose });

/** The private key that was sealed; undefined where another key sealed it, or somebody changed it. */
export function openKey(sealed: Buffer, settingsKey: KeyObject): KeyObject | undefined {
  const key = unseal(sealed, { settingsKey, purpose });
  return key && createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}
