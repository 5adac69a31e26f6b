import { Connection } from 'rabbitmq-client';
import type { Logger } from '../logger.ts';

/** A connection to RabbitMQ that comes back by itself, at once at first and every five seconds later. */
export function openAmqpConnection(url: string, name: string, logger: Logger): Connection {
  const connection = new Connection({
    url,
    connectionName: `bookstore ${name}`,
    heartbeat: 10,
    connectionTimeout: 2_000,
    acquireTimeout: 3_000,
    retryLow: 200,
    retryHigh: 5_000,
  });
  connection.on('error', error => logger.warn({ err: error }, 'RabbitMQ cannot be reached'));
  connection.on('connection', () => logger.info('RabbitMQ is connected'));
  return connection;
}
