import { listenersOf } from '../../schema/events.ts';
import type { InternalTls } from '../internal-tls/internal-tls.ts';
import type { InternalTokens } from '../internal-token.ts';
import type { Logger } from '../logger.ts';
import { Part } from '../part.ts';
import type { SubgraphName } from '../services.ts';
import type { Envelope } from './envelope.ts';
import { deliveryMilliseconds, type EventTransport, type Parcel, type Receipt } from './event-transport.ts';

/** Where a subgraph takes events in. */
export const eventsPath = '/events';

const timeoutMilliseconds = 2_000;

/** So many deliveries at a time go to each replica of a listener. */
const concurrency = 2;

/** Answers that refuse what was sent, so that a part of it may be taken. */
const aboutContent = new Set([400, 413]);

/** Takes events straight to those who listen: to their internal endpoint, as ourselves. No broker is needed. */
export class HttpTransport implements EventTransport {
  readonly #listeners: ReadonlyMap<SubgraphName, Part>;
  readonly #tokens: InternalTokens;
  readonly #logger: Logger;
  readonly #unreachable = new Set<SubgraphName>();

  constructor(options: {
    /** Base URLs of those who listen to us. */
    urls: ReadonlyMap<SubgraphName, string>;
    /** By which they are called, where that is not plain HTTP. */
    tls?: InternalTls | undefined;
    tokens: InternalTokens;
    logger: Logger;
  }) {
    const { urls, tls } = options;
    this.#listeners = new Map(
      Array.from(urls, ([name, url]) => [name, new Part({ url, tls, concurrency, timeoutMilliseconds })]),
    );
    this.#tokens = options.tokens;
    this.#logger = options.logger;
  }

  async deliver(parcels: readonly Parcel[]): Promise<Receipt[]> {
    const deadline = performance.now() + deliveryMilliseconds;
    const delivered = new Map(parcels.map(({ event, deliveredTo }) => [event.id, new Set(deliveredTo)]));
    await Promise.all(
      Array.from(this.#listeners.keys(), async listener => {
        const missing = parcels
          .map(({ event }) => event)
          .filter(
            ({ stream, id }) => listenersOf(stream).includes(listener) && !delivered.get(id)?.has(listener),
          );
        for (const { id } of await this.#take(listener, missing, deadline)) delivered.get(id)?.add(listener);
      }),
    );
    return parcels.map(({ event }) => {
      const deliveredTo = [...(delivered.get(event.id) ?? [])];
      const complete = listenersOf(event.stream).every(listener => deliveredTo.includes(listener));
      return { eventId: event.id, deliveredTo, complete };
    });
  }

  async close(): Promise<void> {
    await Promise.all(Array.from(this.#listeners.values(), part => part.close()));
  }

  /** Those of the events that the listener has kept. If it refuses them together, each goes by itself. */
  async #take(
    listener: SubgraphName,
    events: readonly Envelope[],
    deadline: number,
  ): Promise<readonly Envelope[]> {
    if (events.length === 0) return [];
    const status = await this.#post(listener, events, deadline);
    if (status === 204) return events;
    if (status === undefined || !aboutContent.has(status) || events.length === 1) return [];
    const taken = [];
    for (const event of events)
      if ((await this.#post(listener, [event], deadline)) === 204) taken.push(event);
    return taken;
  }

  /** The status that the listener answers; undefined where it does not. */
  async #post(
    listener: SubgraphName,
    events: readonly Envelope[],
    deadline: number,
  ): Promise<number | undefined> {
    try {
      const request = { method: 'POST', path: eventsPath, body: JSON.stringify({ events }) } as const;
      const response = await this.#listeners.get(listener)?.ask({
        ...request,
        headers: { 'content-type': 'application/json', ...this.#tokens.headersFor(listener, request) },
        isRepeatable: true,
        deadline,
      });
      if (response && response.status < 500) this.#unreachable.delete(listener);
      if (response && response.status !== 204)
        this.#logger.warn({ listener, status: response.status }, 'a listener refuses events');
      return response?.status;
    } catch (error) {
      if (!this.#unreachable.has(listener))
        this.#logger.warn({ err: error, listener }, 'a listener cannot be told of events yet');
      this.#unreachable.add(listener);
      return undefined;
    }
  }
}
