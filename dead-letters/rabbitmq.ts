import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Channel, SyncMessage } from 'rabbitmq-client';
import { openAmqpConnection } from '../runtime/events/amqp-connection.ts';
import { deadLetters, declareTopology, topology } from '../runtime/events/amqp-topology.ts';
import { createLogger } from '../runtime/logger.ts';
import type { DeadLetter } from './inboxes.ts';

/** RabbitMQ's queue of dead letters; an empty one where events do not go by RabbitMQ (no AMQP_URL). */
export interface Broker {
  list(): Promise<DeadLetter[]>;
  /** Puts the messages back into the queues that they died in; answers how many. Those of no queue of ours stay. */
  replay(ids: readonly string[]): Promise<number>;
  close(): Promise<void>;
}

const patienceMilliseconds = 2_000;

const none: Broker = { list: async () => [], replay: async () => 0, close: async () => {} };

const bytesOf = ({ body }: SyncMessage): Buffer =>
  Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));

/** By what a message is called: its own id, or a digest of its bytes. */
const idOf = (message: SyncMessage): string =>
  message.messageId ?? createHash('sha256').update(bytesOf(message)).digest('hex').slice(0, 32);

/** The queue that a message died in, by the headers that RabbitMQ gave it; '' where they do not tell. */
const queueOf = ({ headers }: SyncMessage): string => String(headers?.['x-first-death-queue'] ?? '');

function describe(message: SyncMessage): DeadLetter {
  const { headers, type, timestamp } = message;
  return {
    id: idOf(message),
    where: 'rabbitmq',
    type: type ?? 'a message',
    about: `the queue ${queueOf(message)}`,
    since: timestamp ? new Date(timestamp * 1000).toISOString() : 'some time',
    reason: String(headers?.['x-first-death-reason'] ?? 'unknown'),
  };
}

/**
 * Looks at each message that is there now once: some that are replayed may come back meanwhile. Those that `take`
 * does not take go back when the channel closes, as they were.
 */
async function lookThrough(
  channel: Channel,
  take: (message: SyncMessage) => Promise<boolean>,
): Promise<void> {
  const { messageCount } = await channel.queueDeclare({ queue: deadLetters, passive: true });
  for (let seen = 0; seen < messageCount; seen += 1) {
    const message = await channel.basicGet({ queue: deadLetters });
    if (!message) return;
    if (await take(message)) channel.basicAck({ deliveryTag: message.deliveryTag });
  }
}

/** Opens the queue of dead letters of the RabbitMQ at `url`, where there is one. */
export function openBroker(url: string | undefined): Broker {
  if (!url) return none;
  const connection = openAmqpConnection(url, 'dead letters', createLogger('dead-letters', 'fatal'));
  const publisher = connection.createPublisher({ confirm: true, ...topology });
  const withChannel = async (take: (message: SyncMessage) => Promise<boolean>) => {
    await declareTopology(connection);
    const channel = await connection.acquire();
    try {
      await lookThrough(channel, take);
    } finally {
      await channel.close();
    }
  };
  return {
    async list() {
      const letters: DeadLetter[] = [];
      await withChannel(async message => {
        letters.push(describe(message));
        return false;
      });
      return letters;
    },
    async replay(ids) {
      let replayed = 0;
      if (ids.length === 0) return replayed;
      const take = async (message: SyncMessage): Promise<boolean> => {
        const isKnown = topology.queues.some(({ queue }) => queue === queueOf(message));
        if (!isKnown || replayed === ids.length || !ids.includes(idOf(message))) return false;
        const { messageId, type, contentType } = message;
        await publisher.send(
          {
            routingKey: queueOf(message),
            durable: true,
            ...(messageId && { messageId }),
            ...(type && { type }),
            ...(contentType && { contentType }),
          },
          bytesOf(message),
        );
        replayed += 1;
        return true;
      };
      // Those that were looked at a moment ago may not be back in the queue yet.
      for (const deadline = Date.now() + patienceMilliseconds; Date.now() < deadline; await delay(100)) {
        await withChannel(take);
        if (replayed === ids.length) break;
      }
      return replayed;
    },
    async close() {
      await publisher.close();
      await connection.close();
    },
  };
}
