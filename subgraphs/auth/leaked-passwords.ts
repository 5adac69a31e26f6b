import { createHash } from 'node:crypto';
import type { Logger } from '../../runtime/logger.ts';
import { counter } from '../../runtime/metrics/instruments.ts';
import { normalPassword } from './password-hash.ts';

/** Nobody waits longer for an answer, whole. */
const patienceMilliseconds = 1_000;
/** What is told of a SHA-1 hash, of forty hexadecimal digits. */
const toldDigits = 5;

const lookups = counter(
  'leaked_password_lookups_total',
  'New passwords that were looked up among leaked ones: leaked, clean, or failed, which were accepted without an answer.',
  ['outcome'],
);
for (const outcome of ['leaked', 'clean', 'failed']) lookups.inc({ outcome }, 0);

/**
 * Passwords that leaked elsewhere, as an API tells them that is asked by ranges of SHA-1 hashes: neither a password nor its
 * whole hash leaves this process. Source: Have I Been Pwned, API v3, “Searching by range” and “Introducing padding”
 * (https://haveibeenpwned.com/API/v3#SearchingPwnedPasswordsByRange).
 */
export class LeakedPasswords {
  readonly #url: string;
  readonly #logger: Logger;
  #isSilent = false;

  /** The five digits are put behind the URL: https://api.pwnedpasswords.com/range/. */
  constructor(url: string, logger: Logger) {
    this.#url = url;
    this.#logger = logger;
  }

  /** Whether it leaked; false too where no answer comes within a second, which a metric and the log tell. */
  async has(password: string): Promise<boolean> {
    const hash = createHash('sha1').update(normalPassword(password)).digest('hex').toUpperCase();
    try {
      const hasLeaked = countOf(hash.slice(toldDigits), await this.#range(hash.slice(0, toldDigits))) > 0;
      lookups.inc({ outcome: hasLeaked ? 'leaked' : 'clean' });
      if (this.#isSilent) this.#logger.info('leaked passwords are looked up again');
      this.#isSilent = false;
      return hasLeaked;
    } catch (err) {
      lookups.inc({ outcome: 'failed' });
      if (!this.#isSilent)
        this.#logger.warn({ err }, 'leaked passwords cannot be looked up: new ones are accepted without');
      this.#isSilent = true;
      return false;
    }
  }

  async #range(digits: string): Promise<string> {
    const answer = await fetch(`${this.#url}${digits}`, {
      headers: { 'Add-Padding': 'true', 'User-Agent': 'bookstore' },
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
    if (answer.status !== 200) {
      await answer.body?.cancel();
      throw new Error(`they are answered for by status ${answer.status}`);
    }
    return answer.text();
  }
}

/** How often the hash with that end was seen, by lines of ends and counts. Padding is seen 0 times. */
function countOf(end: string, range: string): number {
  for (const line of range.split(/\r?\n/)) {
    const [told = '', count = ''] = line.split(':');
    if (told.toUpperCase() === end) return Number(count);
  }
  return 0;
}
