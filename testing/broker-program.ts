import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readTestSettings } from './env.ts';

/** Where systems keep RabbitMQ's own scripts: those in PATH may be wrappers that change the user. */
const systemFolders = [
  '/usr/lib/rabbitmq/bin',
  '/opt/homebrew/opt/rabbitmq/sbin',
  '/usr/local/opt/rabbitmq/sbin',
];

const { compare } = new Intl.Collator('en', { numeric: true });

/** Where people unpack a RabbitMQ beside that of the system, such as `rabbitmq_server-4.3.6`; the newest first. */
function unpacked(within: string): string[] {
  const names = existsSync(within) ? readdirSync(within).filter(name => name.startsWith('rabbitmq')) : [];
  return names.toSorted((a, b) => compare(b, a)).map(name => join(within, name, 'sbin'));
}

/**
 * The script that starts a RabbitMQ server: that of TEST_RABBITMQ_SERVER, else the newest in `unpackedIn`, else the
 * system's; undefined where there is none.
 */
export const brokerProgram = (unpackedIn = '/opt'): string | undefined =>
  readTestSettings().TEST_RABBITMQ_SERVER ??
  [...unpacked(unpackedIn), ...systemFolders]
    .map(folder => join(folder, 'rabbitmq-server'))
    .find(script => existsSync(script));
