import { setTimeout as delay } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/mysql';
import { claimDue } from '../claim-due.ts';
import { failpoint, step } from '../failpoint.ts';
import { inTime } from '../in-time.ts';
import type { Logger } from '../logger.ts';
import { transaction } from '../transaction.ts';
import { acceptEvents } from './accept-events.ts';
import { applyEvents, type Subject } from './apply-events.ts';
import type { Envelope } from './envelope.ts';
import type { Handlers } from './handlers.ts';
import { leaseSeconds } from './inbox-lease.ts';
import { thoseThatHappened } from './incarnation.ts';

const idleMilliseconds = 1_000;
const batchSize = 50;
/** Subjects that are worked on at a time: commits that wait for the disk together take hardly longer than one. */
const atOnce = 5;

const distinct = (subjects: readonly Subject[]): Subject[] => [
  ...new Map(subjects.map(({ stream, subject }) => [`${stream} ${subject}`, { stream, subject }])).values(),
];

/**
 * Keeps the events that come and applies each once, those about one subject in their order, however often and in
 * whatever order they come. An event that cannot be applied holds back none but those of its own subject.
 */
export class Inbox {
  readonly #em: EntityManager;
  readonly #handlers: Handlers;
  readonly #logger: Logger;
  #isStopping = false;
  #working: Promise<void> = Promise.resolve();

  constructor(options: { em: EntityManager; handlers: Handlers; logger: Logger }) {
    this.#em = options.em;
    this.#handlers = options.handlers;
    this.#logger = options.logger;
  }

  /** Takes events in. Resolves when they are kept for good, applied already as far as they can be. */
  async receive(events: readonly Envelope[]): Promise<void> {
    if (events.length === 0) return;
    const accept = async (tx: EntityManager) => {
      const isNews = await acceptEvents(tx, await thoseThatHappened(tx, events, this.#logger));
      await failpoint('inbox.before-accept');
      return isNews;
    };
    const isNews = await step('inbox.after-accept', () => transaction(this.#em, accept));
    if (!isNews) return;
    await this.#applyAll(distinct(events), subject => step('inbox.after-apply', () => this.#apply(subject)));
  }

  /** Starts to look after events that are due: whose process died, or whose handler failed. Returns at once. */
  start(): void {
    this.#working = this.#work();
  }

  /** Resolves when what is under way is done. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#working;
  }

  /** Applies what is due now; answers how many subjects that were. */
  async applyDue(): Promise<number> {
    const subjects = await this.#claimDue();
    await this.#applyAll(subjects, subject => this.#apply(subject));
    return subjects.length;
  }

  async #applyAll(subjects: Subject[], apply: (subject: Subject) => Promise<void>): Promise<void> {
    const waiting = [...subjects];
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await apply(next);
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  }

  // What fails here is due again by itself: its own time or its lease comes.
  async #apply(subject: Subject): Promise<void> {
    try {
      await applyEvents(this.#em, this.#handlers, subject, this.#logger);
    } catch (error) {
      this.#logger.warn({ err: error, ...subject }, 'an event could not be applied yet');
    }
  }

  async #claimDue(): Promise<Subject[]> {
    const claimed = await claimDue(this.#em, 'inbox_event', async tx => {
      const rows = await tx.execute<(Subject & { event_id: string })[]>(
        `SELECT event_id, stream, subject FROM inbox_event WHERE due_at <= NOW(3)
         ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED`,
        [batchSize],
      );
      if (rows.length === 0) return [];
      await tx.execute(
        'UPDATE inbox_event SET due_at = NOW(3) + INTERVAL ? SECOND WHERE event_id IN (?)',
        [leaseSeconds, rows.map(row => row.event_id)],
        'run',
      );
      return distinct(rows);
    });
    return claimed ?? [];
  }

  // A round that hangs is left behind when its lease is over.
  async #work(): Promise<void> {
    while (!this.#isStopping) {
      const applied = await inTime(this.applyDue(), leaseSeconds * 1_000).catch(error => {
        this.#logger.warn({ err: error }, 'the inbox cannot be worked through');
        return 0;
      });
      if (applied === 0) await delay(idleMilliseconds);
    }
  }
}
