import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where systems keep RabbitMQ's own scripts: those in PATH may be wrappers that change the user. */
const folders = [
  '/usr/lib/rabbitmq/bin',
  '/opt/homebrew/opt/rabbitmq/sbin',
  '/usr/local/opt/rabbitmq/sbin',
  '/opt/rabbitmq/sbin',
];

/** This machine's script that starts a RabbitMQ server; undefined where there is none. */
export const brokerProgram = (): string | undefined =>
  folders.map(folder => join(folder, 'rabbitmq-server')).find(script => existsSync(script));
