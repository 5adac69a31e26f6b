import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/mysql';
import { hashOfAccount } from './hash-of-account.ts';

/** An account, and from where somebody asks about it; null where that is not told. */
export interface Approach {
  emailKey: string;
  network: string | null;
}

// Salted by the account, so that nobody sees which accounts were signed in to from one place.
const hashOfNetwork = (emailKey: string, network: string): string =>
  createHash('sha256')
    .update(JSON.stringify([emailKey, network]))
    .digest('hex');

/** Remembers that somebody who proved to own the account came from there. Forgotten after 90 days without a sign-in. */
export async function rememberNetwork(em: EntityManager, { emailKey, network }: Approach): Promise<void> {
  if (network === null) return;
  await em.execute(
    `INSERT INTO known_network (account, network, last_used_at) VALUES (?, ?, NOW(3))
     ON DUPLICATE KEY UPDATE last_used_at = NOW(3)`,
    [hashOfAccount(emailKey), hashOfNetwork(emailKey, network)],
    'run',
  );
}

/**
 * By what wrong passwords are counted (login_throttle.account): by the account alone, for all strangers together; and by
 * account and network for who comes from where its owner has signed in. So whoever guesses from elsewhere slows
 * down no owner at home. It is OWASP's device cookie, with the network in the place of the cookie, which clients of an API
 * do not keep (https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies): as there, what
 * is known has a count of its own, and not a free hand. An owner who comes from a new place during an attack waits like a
 * stranger, a quarter of an hour at the most, or sets the password anew by a mail, which makes the place known.
 */
export async function countedAs(em: EntityManager, { emailKey, network }: Approach): Promise<string> {
  const account = hashOfAccount(emailKey);
  if (network === null) return account;
  const place = hashOfNetwork(emailKey, network);
  const [known] = await em.execute<object[]>(
    'SELECT 1 FROM known_network WHERE account = ? AND network = ?',
    [account, place],
  );
  return known ? place : account;
}
