import { setTimeout as delay } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/mysql';
import { failpoint, step } from '../failpoint.ts';
import { newId } from '../ids.ts';
import { inTime } from '../in-time.ts';
import type { Logger } from '../logger.ts';
import type { SubgraphName } from '../services.ts';
import { batchSize, claimEvents } from './claim-events.ts';
import { eventsDelivered } from './event-metrics.ts';
import { inDeliverySpans } from './event-span.ts';
import type { EventTransport, Parcel, Receipt } from './event-transport.ts';
import { writeReceipts } from './write-receipts.ts';

/** Where fewer are due than can go together, others come meanwhile: together they cost little more than one. */
const pauseMilliseconds = 200;

/**
 * Takes the events of a subgraph's outbox to those who listen, each at least once. Any number of relays may work at
 * one outbox: each claims its events for a while, and writes down only what became of those it still holds.
 */
export class Relay {
  readonly #leaseSeconds: number;
  readonly #em: EntityManager;
  readonly #source: SubgraphName;
  readonly #transport: EventTransport;
  readonly #logger: Logger;
  #isStopping = false;
  #working: Promise<void> = Promise.resolve();

  constructor(options: {
    em: EntityManager;
    source: SubgraphName;
    transport: EventTransport;
    logger: Logger;
    /** Longer than a delivery may take (deliveryMilliseconds). */
    leaseSeconds?: number;
  }) {
    this.#leaseSeconds = options.leaseSeconds ?? 5;
    this.#em = options.em;
    this.#source = options.source;
    this.#transport = options.transport;
    this.#logger = options.logger;
  }

  /** Starts to work; returns at once. */
  start(): void {
    this.#working = this.#work();
  }

  /** Resolves when what is under way is done. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#working;
  }

  /** Delivers what is due now, a batch at the most; answers how many events that were. */
  async deliverDue(): Promise<number> {
    const claim = { owner: newId(), leaseSeconds: this.#leaseSeconds };
    const parcels = await claimEvents(this.#em, this.#source, claim, this.#logger);
    if (parcels.length === 0) return 0;
    await failpoint('relay.after-claim');
    const deliver = () => inDeliverySpans(parcels, () => this.#transport.deliver(parcels));
    const receipts = await step('relay.after-deliver', deliver);
    await step('relay.after-receipts', () => writeReceipts(this.#em, claim.owner, receipts));
    countDelivered(parcels, receipts);
    return parcels.length;
  }

  // A round that hangs is left behind when its lease is over: others take its events then, and so does this relay.
  async #work(): Promise<void> {
    let isWell = true;
    while (!this.#isStopping) {
      try {
        const delivered = await inTime(this.deliverDue(), this.#leaseSeconds * 1_000);
        isWell = true;
        if (delivered < batchSize) await delay(pauseMilliseconds);
      } catch (error) {
        if (isWell) this.#logger.warn({ err: error }, 'events cannot be taken from the outbox');
        isWell = false;
        await delay(5 * pauseMilliseconds);
      }
    }
  }
}

function countDelivered(parcels: readonly Parcel[], receipts: readonly Receipt[]): void {
  const types = new Map(parcels.map(({ event }) => [event.id, event.type]));
  for (const { eventId, complete } of receipts)
    if (complete) eventsDelivered.inc({ type: types.get(eventId) ?? '' });
}
