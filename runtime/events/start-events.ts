import type { Connection } from 'rabbitmq-client';
import { listenersOf, streamNames, streams } from '../../schema/events.ts';
import type { Database } from '../database.ts';
import { inTime } from '../in-time.ts';
import type { InternalTls } from '../internal-tls/internal-tls.ts';
import type { InternalTokens } from '../internal-token.ts';
import type { Logger } from '../logger.ts';
import type { SubgraphName } from '../services.ts';
import { openAmqpConnection } from './amqp-connection.ts';
import { consumeEvents } from './amqp-consumer.ts';
import { AmqpTransport } from './amqp-transport.ts';
import { measureBacklog } from './backlog.ts';
import type { Handlers } from './handlers.ts';
import { HttpTransport } from './http-transport.ts';
import { Inbox } from './inbox.ts';
import { measureQueues } from './queue-metrics.ts';
import { Relay } from './relay.ts';
import { sweepEventsHourly } from './sweep-events.ts';

const closeMilliseconds = 2_000;

/** The subgraphs that follow a stream of this one. */
const listenersTo = (source: SubgraphName): SubgraphName[] => [
  ...new Set(streamNames.filter(name => streams[name].source === source).flatMap(listenersOf)),
];

interface EventsOptions {
  name: SubgraphName;
  database: Database;
  /** Base URLs of the subgraphs. */
  urls: Partial<Record<SubgraphName, string>>;
  tokens: InternalTokens;
  /** By which they are called, where that is not plain HTTP. */
  tls: InternalTls | undefined;
  /** RabbitMQ, where events go by it; straight to those who listen where it is undefined. */
  amqpUrl: string | undefined;
  logger: Logger;
}

const close = async (part: { close(): Promise<unknown> } | undefined) => {
  await inTime(Promise.resolve(part?.close()), closeMilliseconds).catch(() => undefined);
};

function openTransport(
  { name, urls, tls, tokens, logger }: EventsOptions,
  connection: Connection | undefined,
) {
  if (connection) return new AmqpTransport(connection, logger);
  const listeners = listenersTo(name).flatMap(listener => {
    const url = urls[listener];
    return url === undefined ? [] : [[listener, url] as const];
  });
  return new HttpTransport({ urls: new Map(listeners), tls, tokens, logger });
}

/** Starts to take the events of a subgraph's outbox to those who listen. */
export function startRelay(options: EventsOptions): { stop(): Promise<void> } {
  const { name, database, amqpUrl, logger } = options;
  const connection = amqpUrl ? openAmqpConnection(amqpUrl, name, logger) : undefined;
  const transport = openTransport(options, connection);
  const relay = new Relay({ em: database.fork(), source: name, transport, logger });
  relay.start();
  const stopMeasuring = measureBacklog(name, database.fork());
  return {
    async stop() {
      stopMeasuring();
      await relay.stop();
      await close(transport);
      await close(connection);
    },
  };
}

/** Starts to look after a subgraph's inbox, and to fill it from RabbitMQ where events go by it. */
export function startInbox(
  options: Omit<EventsOptions, 'urls' | 'tls' | 'tokens'> & { handlers: Handlers },
): {
  inbox: Inbox;
  stop(): Promise<void>;
} {
  const { name, database, handlers, amqpUrl, logger } = options;
  const inbox = new Inbox({ em: database.fork(), handlers, logger });
  inbox.start();
  const connection = amqpUrl ? openAmqpConnection(amqpUrl, name, logger) : undefined;
  const consumer = connection && consumeEvents(connection, name, events => inbox.receive(events), logger);
  const stopMeasuring = connection && measureQueues(connection);
  const stopSweeping = sweepEventsHourly(database, logger);
  return {
    inbox,
    async stop() {
      stopSweeping();
      stopMeasuring?.();
      await close(consumer);
      await close(connection);
      await inbox.stop();
    },
  };
}
