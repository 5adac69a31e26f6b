import { setTimeout as delay } from 'node:timers/promises';
import { type AsyncMessage, type Connection, type Consumer, ConsumerStatus } from 'rabbitmq-client';
import type { Logger } from '../logger.ts';
import type { SubgraphName } from '../services.ts';
import { deadLetters, queueOf, queueOptions, topology } from './amqp-topology.ts';
import { type Envelope, envelope } from './envelope.ts';
import type { Receive } from './event-transport.ts';

const prefetch = 40;
const atOnce = 10;
const pauseMilliseconds = 1_000;

/** The event in a message; undefined where there is none. */
function readEvent({ body }: AsyncMessage): Envelope | undefined {
  try {
    return envelope.parse(Buffer.isBuffer(body) ? JSON.parse(body.toString()) : body);
  } catch {
    return undefined;
  }
}

/**
 * Takes messages from a subgraph's queue into its inbox. A message is acknowledged when the inbox keeps its event;
 * while the inbox cannot, it waits here and is not sent round. What holds no event becomes a dead letter at once.
 */
export function consumeEvents(
  connection: Connection,
  name: SubgraphName,
  receive: Receive,
  logger: Logger,
): { close(): Promise<void> } {
  let isClosing = false;
  const take = async (message: AsyncMessage): Promise<ConsumerStatus> => {
    const event = readEvent(message);
    if (!event) {
      logger.error({ messageId: message.messageId }, `a message holds no event: it is in ${deadLetters} now`);
      return ConsumerStatus.DROP;
    }
    while (!isClosing) {
      try {
        await receive([event]);
        return ConsumerStatus.ACK;
      } catch (error) {
        logger.warn({ err: error, eventId: event.id }, 'the inbox cannot keep an event yet');
        await delay(pauseMilliseconds);
      }
    }
    return ConsumerStatus.REQUEUE;
  };
  const consumer: Consumer = connection.createConsumer(
    {
      queue: queueOf(name),
      queueOptions: queueOptions(name),
      exchanges: topology.exchanges,
      queueBindings: topology.queueBindings.filter(({ queue }) => queue === queueOf(name)),
      qos: { prefetchCount: prefetch },
      concurrency: atOnce,
    },
    take,
  );
  consumer.on('error', error => logger.warn({ err: error }, 'messages cannot be taken from RabbitMQ yet'));
  return {
    close() {
      isClosing = true;
      return consumer.close();
    },
  };
}
