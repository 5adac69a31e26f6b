import type { Connection } from 'rabbitmq-client';
import { beforeScrape } from '../metrics/before-scrape.ts';
import { gauge } from '../metrics/instruments.ts';
import { topology } from './amqp-topology.ts';

const messages = gauge(
  'queue_messages',
  'Messages that wait in a queue of RabbitMQ, that of its dead letters included; where events go by it.',
  ['queue'],
);

/** Tells how many messages wait in each of RabbitMQ's queues. */
export const measureQueues = (connection: Connection): (() => void) =>
  beforeScrape([messages], async () => {
    for (const { queue } of topology.queues) {
      const { messageCount } = await connection.queueDeclare({ queue, passive: true });
      messages.set({ queue }, messageCount);
    }
  });
