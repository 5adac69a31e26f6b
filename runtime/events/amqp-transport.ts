import type { Connection, Publisher } from 'rabbitmq-client';
import { inTime } from '../in-time.ts';
import type { Logger } from '../logger.ts';
import { eventsExchange, topology } from './amqp-topology.ts';
import type { EventTransport, Parcel, Receipt } from './event-transport.ts';

const broker = 'rabbitmq';
const timeoutMilliseconds = 4_000;

/** Hands events over to RabbitMQ: a parcel is delivered when the broker has confirmed that it keeps the message. */
export class AmqpTransport implements EventTransport {
  readonly #publisher: Publisher;
  readonly #logger: Logger;

  constructor(connection: Connection, logger: Logger) {
    this.#publisher = connection.createPublisher({ confirm: true, ...topology });
    this.#logger = logger;
  }

  async deliver(parcels: readonly Parcel[]): Promise<Receipt[]> {
    let problem: unknown;
    const receipts = await Promise.all(
      parcels.map(async ({ event }) => {
        const complete = await inTime(this.#publish(event), timeoutMilliseconds).then(
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

  #publish(event: Parcel['event']): Promise<void> {
    const { id, stream, type } = event;
    return this.#publisher.send(
      {
        exchange: eventsExchange,
        routingKey: `${stream}.${type}`,
        messageId: id,
        type,
        contentType: 'application/json',
        durable: true,
      },
      Buffer.from(JSON.stringify(event)),
    );
  }
}
