import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface BrokerPorts {
  /** Where clients connect. */
  amqp: number;
  /** Erlang's own: of its nodes among each other, and of the daemon that knows their ports. */
  nodes: number;
  names: number;
}

const configuration = (port: number) => `listeners.tcp.1 = 127.0.0.1:${port}
disk_free_limit.absolute = 50MB
log.console = false
`;

/**
 * Writes the configuration of a private RabbitMQ into its folder and answers the environment to start it with:
 * its data, logs and cookie are in the folder, it listens on 127.0.0.1 alone, and what the machine has in
 * /etc/rabbitmq plays no part.
 */
export function brokerEnvironment(folder: string, ports: BrokerPorts): Record<string, string> {
  for (const part of ['data', 'log', 'generated']) mkdirSync(join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'rabbitmq.conf'), configuration(ports.amqp));
  writeFileSync(join(folder, 'plugins'), '[].\n');
  return {
    PATH: process.env.PATH ?? '',
    LANG: 'C.UTF-8',
    HOME: folder,
    // Without it the script stays between us and the server, and a signal would reach the script alone.
    detached: 'true',
    ERL_EPMD_PORT: String(ports.names),
    ERL_EPMD_ADDRESS: '127.0.0.1',
    RABBITMQ_NODENAME: `bookstore-${ports.amqp}@localhost`,
    RABBITMQ_NODE_PORT: String(ports.amqp),
    RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
    RABBITMQ_DIST_PORT: String(ports.nodes),
    RABBITMQ_MNESIA_BASE: join(folder, 'data'),
    RABBITMQ_LOG_BASE: join(folder, 'log'),
    RABBITMQ_GENERATED_CONFIG_DIR: join(folder, 'generated'),
    RABBITMQ_SCHEMA_DIR: join(folder, 'schema'),
    RABBITMQ_CONFIG_FILE: join(folder, 'rabbitmq.conf'),
    RABBITMQ_CONF_ENV_FILE: join(folder, 'none'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, 'plugins'),
    RABBITMQ_PID_FILE: join(folder, 'pid'),
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-kernel inet_dist_use_interface {127,0,0,1}',
  };
}
