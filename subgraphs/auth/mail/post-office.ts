import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '../../../runtime/database.ts';
import { newId } from '../../../runtime/ids.ts';
import type { Logger } from '../../../runtime/logger.ts';
import { claimMail, forgetMail, type MailRequest, putOffMail } from './claim-mail.ts';
import type { Mailer } from './mailer.ts';
import { writeMail } from './write-mail.ts';

const idleMilliseconds = 500;
// Where nothing is sent, requests are merely cleared away.
const idleWithoutMailerMilliseconds = 60_000;
const sorryMilliseconds = 5_000;

/**
 * Sends the mails that were asked for, each at least once. Any number of replicas may do so: each claims one for a while. A
 * mail that cannot be handed over is tried again, later and later, for a day.
 */
export class PostOffice {
  readonly #database: Database;
  readonly #mailer: Mailer | undefined;
  readonly #storeUrl: string;
  readonly #logger: Logger;
  readonly #idleMilliseconds: number;
  readonly #stopping = new AbortController();
  #working: Promise<void> = Promise.resolve();

  constructor(options: {
    database: Database;
    /** Without one, what is asked for is forgotten. */
    mailer: Mailer | undefined;
    storeUrl: string;
    logger: Logger;
  }) {
    this.#database = options.database;
    this.#mailer = options.mailer;
    this.#idleMilliseconds = options.mailer ? idleMilliseconds : idleWithoutMailerMilliseconds;
    this.#storeUrl = options.storeUrl;
    this.#logger = options.logger;
  }

  /** Begins to work; returns at once. */
  start(): void {
    this.#working = this.#work();
  }

  /** Resolves when the mail that is under way is handed over. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#working;
    this.#mailer?.close();
  }

  async #work(): Promise<void> {
    let isWell = true;
    while (!this.#stopping.signal.aborted) {
      try {
        const isDone = await this.#sendNext();
        isWell = true;
        if (!isDone) await this.#rest(this.#idleMilliseconds);
      } catch (err) {
        if (isWell) this.#logger.warn({ err }, 'which mails are to be sent cannot be read');
        isWell = false;
        await this.#rest(sorryMilliseconds);
      }
    }
  }

  async #rest(milliseconds: number): Promise<void> {
    await delay(milliseconds, undefined, { ref: false, signal: this.#stopping.signal }).catch(
      () => undefined,
    );
  }

  async #sendNext(): Promise<boolean> {
    const owner = newId();
    const request = await claimMail(this.#database.fork(), owner);
    if (!request) return false;
    try {
      await this.#send(request);
    } catch (err) {
      const { kind, attempts } = request;
      this.#logger.warn({ err, kind, attempts }, 'a mail could not be sent; trying again later');
      await putOffMail(this.#database.fork(), request, owner);
      return true;
    }
    await forgetMail(this.#database.fork(), request, owner);
    return true;
  }

  async #send(request: MailRequest): Promise<void> {
    if (!this.#mailer) return;
    const mail = await writeMail(this.#database.fork(), request, this.#storeUrl);
    if (mail) await this.#mailer.send(mail);
  }
}
