import type { JsonWebKey, KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { Database } from '../../runtime/database.ts';
import { serviceUnavailable } from '../../runtime/errors.ts';
import type { Logger } from '../../runtime/logger.ts';
import { transaction } from '../../runtime/transaction.ts';
import { leadSeconds } from './rotate-signing-key.ts';
import { openKey } from './sealed-key.ts';
import { type SigningKey, signingKeyOf } from './signing-key.ts';

interface Row {
  kid: string;
  public_key: string;
  sealed_private_key: Buffer | null;
  signs: number;
}

interface KnownKeys {
  current: SigningKey;
  published: JsonWebKey[];
}

const jwk = z.record(z.string(), z.unknown());
const rereadMilliseconds = 5_000;
const retryMilliseconds = 1_000;

/**
 * The keys of access tokens, as the database has them: which one signs now, and which ones verify. The first is the key of
 * the settings; rotateSigningKey makes others, sealed by it.
 */
export class SigningKeys {
  readonly #database: Database;
  readonly #own: SigningKey;
  readonly #logger: Logger;
  #known: KnownKeys | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(database: Database, settingsKey: KeyObject, logger: Logger) {
    this.#database = database;
    this.#own = signingKeyOf(settingsKey);
    this.#logger = logger;
  }

  /** Whether the database has told. */
  get areKnown(): boolean {
    return this.#known !== undefined;
  }

  /** The key that signs now. SERVICE_UNAVAILABLE as long as the database has not told. */
  get current(): SigningKey {
    return this.#all.current;
  }

  /** The public keys of all tokens that may be alive, or are about to be. SERVICE_UNAVAILABLE as long as the database has not told. */
  get published(): JsonWebKey[] {
    return this.#all.published;
  }

  /** Begins to read them, again and again until stop(). Resolves when they were read, or could not be for the first time. */
  async start(): Promise<void> {
    await this.#reread();
    const pause = this.#known ? rereadMilliseconds : retryMilliseconds;
    if (!this.#isStopped) this.#timer = setTimeout(() => void this.start(), pause);
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  get #all(): KnownKeys {
    if (this.#known) return this.#known;
    throw serviceUnavailable("auth's database");
  }

  async #reread(): Promise<void> {
    try {
      if (!this.#known) await this.#introduce();
      const former = this.#known?.current.kid;
      this.#known = await this.#read();
      const { kid } = this.#known.current;
      if (former && kid !== former) this.#logger.info({ kid }, 'another key signs access tokens from now on');
    } catch (err) {
      this.#logger.warn({ err }, 'the keys of access tokens cannot be read');
    }
  }

  // The first key of all signs at once. Another one of the settings waits as those do that rotation makes.
  async #introduce(): Promise<void> {
    const { kid, publicKey } = this.#own;
    await transaction(this.#database.fork(), tx =>
      tx.execute(
        `INSERT IGNORE INTO signing_key (kid, public_key, sealed_private_key, created_at, signs_from, verifies_until)
         SELECT ?, ?, NULL, NOW(3), NOW(3) + INTERVAL IF(COUNT(*) = 0, 0, ?) SECOND, NULL FROM signing_key`,
        [kid, JSON.stringify(publicKey), leadSeconds],
      ),
    );
  }

  async #read(): Promise<KnownKeys> {
    const rows = await this.#database.fork().execute<Row[]>(
      `SELECT kid, public_key, sealed_private_key, signs_from <= NOW(3) AS signs FROM signing_key
       WHERE verifies_until IS NULL OR verifies_until > NOW(3) ORDER BY signs_from DESC, kid`,
    );
    return {
      current: this.#newestOf(rows.filter(({ signs }) => signs)),
      published: rows.map(row => jwk.parse(JSON.parse(row.public_key))),
    };
  }

  #newestOf(rows: Row[]): SigningKey {
    for (const { kid, sealed_private_key: sealed } of rows) {
      if (kid === this.#own.kid) break;
      if (kid === this.#known?.current.kid) return this.#known.current;
      const privateKey = sealed && openKey(sealed, this.#own.privateKey);
      if (privateKey) return signingKeyOf(privateKey);
    }
    return this.#own;
  }
}
