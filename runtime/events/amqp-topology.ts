import type { Connection } from 'rabbitmq-client';
import { listenersOf, streamNames, streamsOf } from '../../schema/events.ts';
import { type SubgraphName, subgraphs } from '../services.ts';

/** Where events are published: a topic exchange, by "<stream>.<type>". Others may bind queues of their own to it. */
export const eventsExchange = 'bookstore.events';

/** Where messages end that could not be taken, and the queue that keeps them until somebody replays them. */
export const deadLetters = 'bookstore.dead-letters';

/** Deliveries of one message that its receiver did not live to acknowledge, after which it is a dead letter. */
const deliveryLimit = 20;

/** Each look at a dead letter counts as a delivery; RabbitMQ 4 would drop it after 20 of them. */
const unlimited = 1_000_000_000;

/** The queue of a subgraph's inbox. */
export const queueOf = (listener: SubgraphName): string => `bookstore.${listener}`;

const listeners = subgraphs.filter(name => streamNames.some(stream => listenersOf(stream).includes(name)));

/** How a subgraph's queue is declared. */
export const queueOptions = (listener: SubgraphName) => ({
  queue: queueOf(listener),
  durable: true,
  arguments: {
    'x-queue-type': 'quorum',
    'x-delivery-limit': deliveryLimit,
    'x-dead-letter-exchange': deadLetters,
    'x-dead-letter-strategy': 'at-least-once',
    'x-overflow': 'reject-publish',
  } as const,
});

/**
 * What must be there before an event is published, so that none is lost: who publishes declares all of it. The queues
 * are quorum queues: they outlive a node of the broker.
 */
export const topology = {
  exchanges: [
    { exchange: eventsExchange, type: 'topic', durable: true },
    { exchange: deadLetters, type: 'fanout', durable: true },
  ],
  queues: [
    ...listeners.map(queueOptions),
    {
      queue: deadLetters,
      durable: true,
      arguments: { 'x-queue-type': 'quorum', 'x-delivery-limit': unlimited } as const,
    },
  ],
  queueBindings: [
    ...listeners.flatMap(listener =>
      streamsOf(listener).map(stream => ({
        exchange: eventsExchange,
        queue: queueOf(listener),
        routingKey: `${stream}.*`,
      })),
    ),
    { exchange: deadLetters, queue: deadLetters },
  ],
};

/** Declares what is missing. */
export async function declareTopology(connection: Connection): Promise<void> {
  for (const exchange of topology.exchanges) await connection.exchangeDeclare(exchange);
  for (const queue of topology.queues) await connection.queueDeclare(queue);
  for (const binding of topology.queueBindings) await connection.queueBind(binding);
}
