import { createHash } from 'node:crypto';

/** What tables of guesses know an account by: they hold no address, and are the same for those with and without an account. */
export const hashOfAccount = (emailKey: string): string =>
  createHash('sha256').update(emailKey).digest('hex');
