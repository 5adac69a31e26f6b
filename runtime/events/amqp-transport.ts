import { setImmediate as immediate } from 'node:timers/promises';
import type { Connection, Publisher } from 'rabbitmq-client';
import { listenersOf } from '../../schema/events.ts';
import { inTime } from '../in-time.ts';
import type { Logger } from '../logger.ts';
import { declareTopology, eventsExchange, topology } from './amqp-topology.ts';
import type { Envelope } from './envelope.ts';
import { deliveryMilliseconds, type EventTransport, type Parcel, type Receipt } from './event-transport.ts';

const broker = 'rabbitmq';

/**
 * Hands events over to RabbitMQ: a parcel is delivered when the broker has confirmed that it keeps the message. A message
 * that no queue takes, because somebody deleted one, comes back: what is missing is declared anew, and it goes again.
 */
export class AmqpTransport implements EventTransport {
  readonly #connection: Connection;
  readonly #publisher: Publisher;
  readonly #logger: Logger;
  /** Ids of messages that came back. */
  readonly #returned = new Set<string>();

  constructor(connection: Connection, logger: Logger) {
    this.#connection = connection;
    this.#publisher = connection.createPublisher({ confirm: true, ...topology });
    this.#publisher.on('basic.return', ({ messageId }) => messageId && this.#returned.add(messageId));
    this.#logger = logger;
  }

  async deliver(parcels: readonly Parcel[]): Promise<Receipt[]> {
    let problem: unknown;
    const receipts = await Promise.all(
      parcels.map(async ({ event }) => {
        const complete = await inTime(this.#publish(event), deliveryMilliseconds).then(
          () => true,
          error => {
            problem = error;
            return false;
          },
        );
        return { eventId: event.id, deliveredTo: complete ? [broker] : [], complete };
      }),
    );
    if (problem) this.#logger.warn({ err: problem }, 'RabbitMQ has not taken all events yet');
    return receipts;
  }

  close(): Promise<void> {
    return this.#publisher.close();
  }

  async #publish(event: Envelope): Promise<void> {
    const { id, stream, type } = event;
    await this.#publisher.send(
      {
        exchange: eventsExchange,
        routingKey: `${stream}.${type}`,
        messageId: id,
        type,
        contentType: 'application/json',
        durable: true,
        mandatory: listenersOf(stream).length > 0,
      },
      Buffer.from(JSON.stringify(event)),
    );
    // rabbitmq-client tells of what came back a moment later, although it came before the confirmation.
    await immediate();
    if (!this.#returned.delete(id)) return;
    await declareTopology(this.#connection);
    throw new Error(`No queue took the message ${id}.`);
  }
}
