import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/mysql';
import { accessTokenSeconds } from '../../runtime/access-token.ts';
import { appendEntries } from '../../runtime/audit/append-entries.ts';
import { jwksCacheSeconds } from '../../runtime/auth-facts.ts';
import { transaction } from '../../runtime/transaction.ts';
import { sealKey } from './sealed-key.ts';
import { signingKeyOf } from './signing-key.ts';

/** How long a new key is published before it signs: whoever keeps the published keys has asked for them again by then. */
export const leadSeconds = 2 * jwksCacheSeconds;

/** How long tokens of a key that signs no more may still be alive, clocks that differ and slow processes included. */
const lastTokensSeconds = accessTokenSeconds + 60;

interface Rotation {
  /** The key of the settings, which seals the new one. */
  settingsKey: KeyObject;
  /** Rotates only where the newest key is older than this. */
  olderThanDays?: number;
  /** Somebody else has a key: the new one signs at once, and tokens of all others end. */
  isLeak?: boolean;
}

/**
 * Makes a key that signs access tokens from leadSeconds on; the others verify until their last tokens have ended. Answers its
 * `kid`; undefined where the newest key is not old enough, or there is none that could be. Of several processes at the same moment one alone rotates.
 */
export async function rotateSigningKey(
  em: EntityManager,
  { settingsKey, olderThanDays = 0, isLeak = false }: Rotation,
): Promise<string | undefined> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { kid, publicKey } = signingKeyOf(privateKey);
  const sealed = sealKey(privateKey, settingsKey);
  const lead = isLeak ? 0 : leadSeconds;
  const remaining = isLeak ? 0 : lead + lastTokensSeconds;
  return transaction(em, async tx => {
    await tx.execute('SELECT kid FROM signing_key FOR UPDATE');
    const [newest] = await tx.execute<{ young: number | null }[]>(
      'SELECT MAX(created_at) > NOW(3) - INTERVAL ? DAY AS young FROM signing_key',
      [olderThanDays],
    );
    // Where there is none yet, the key of the settings is about to be the first.
    const isFirst = newest?.young == null;
    if (newest?.young || (isFirst && olderThanDays > 0)) return undefined;
    await tx.execute(
      `UPDATE signing_key SET verifies_until = NOW(3) + INTERVAL ? SECOND
       WHERE verifies_until IS NULL OR verifies_until > NOW(3) + INTERVAL ? SECOND`,
      [remaining, remaining],
    );
    await tx.execute(
      `INSERT INTO signing_key (kid, public_key, sealed_private_key, created_at, signs_from, verifies_until)
       VALUES (?, ?, ?, NOW(3), NOW(3) + INTERVAL ? SECOND, NULL)`,
      [kid, JSON.stringify(publicKey), sealed, lead],
    );
    await appendEntries(tx, [{ action: 'SigningKeyRotated', facts: { isLeak } }]);
    return kid;
  });
}
