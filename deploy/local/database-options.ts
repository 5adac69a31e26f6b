import type { DatabaseKind } from './find-database-server.ts';
import { isRoot } from './is-root.ts';

/**
 * Temporary tables go beside the data folder, to which a server changes: a MariaDB that starts removes what others
 * keep in the folder that it shares with them.
 */
export const temporaryFolder = '--tmpdir=..';

/** The options of every run of a server, making the data folder included. The machine's my.cnf plays no part. */
export function baseOptions(kind: DatabaseKind, dataFolder: string): string[] {
  const options = ['--no-defaults', `--datadir=${dataFolder}`, temporaryFolder];
  if (isRoot) options.push('--user=root');
  if (kind === 'mysql') options.push('--mysqlx=OFF', '--secure-file-priv=NULL');
  return options;
}

/**
 * The options of a running server: on the loopback address alone, small, without a binary log. `durable`: a
 * commit outlives a crash of the machine; otherwise that of the server alone, which is faster.
 */
export function runOptions(place: { port: number; socket: string; durable: boolean }): string[] {
  return [
    `--port=${place.port}`,
    `--socket=${place.socket}`,
    '--bind-address=127.0.0.1',
    '--skip-name-resolve',
    '--skip-log-bin',
    '--character-set-server=utf8mb4',
    '--default-time-zone=+00:00',
    '--max-connections=1000',
    '--performance-schema=OFF',
    '--innodb-buffer-pool-size=256M',
    `--innodb-flush-log-at-trx-commit=${place.durable ? 1 : 2}`,
  ];
}
