import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseKind } from './find-database-server.ts';
import { initialiseDatabase } from './initialise-database.ts';
import { keepServerRunning } from './keep-server-running.ts';
import { holderOf, takeLock } from './process-lock.mjs';
import { endEarlierServer } from './server-process.ts';
import { noteKind, programFor } from './server-program.ts';
import { shortenLog } from './shorten-log.ts';
import { StartError } from './start-error.ts';
import { writePrivateFile } from './write-private-file.ts';

export interface DatabaseServer {
  host: string;
  port: number;
  kind: DatabaseKind;
  /** Such as 10.11.19. */
  version: string;
  /** mysql://root:…@127.0.0.1:port/, for making databases and users. */
  adminUrl: string;
  /** Its process now: another one after it died and was started again. */
  readonly pid: number;
  /** Ends it in order: SIGTERM, and SIGKILL after 30 s or as soon as `now` is aborted. */
  stop(now?: AbortSignal): Promise<void>;
}

interface DatabaseServerOptions {
  /** Where its data, its log and root's password are kept; made where it is missing, and nobody else's. */
  folder: string;
  /** Told when it dies and is started again. */
  log: (line: string) => void;
  /** false: faster, and what was committed outlives a crash of the server, but not one of the machine. */
  durable?: boolean;
  /** Ends the start. */
  signal?: AbortSignal;
}

async function passwordOfData(options: DatabaseServerOptions, signal: AbortSignal): Promise<string> {
  const { folder } = options;
  const file = join(folder, 'root-password');
  if (!existsSync(join(folder, 'data'))) {
    const program = programFor(folder);
    const password = randomBytes(24).toString('hex');
    writePrivateFile(file, password);
    noteKind(folder, program.kind);
    await initialiseDatabase(program, folder, password, signal);
  }
  return readFileSync(file, 'utf8');
}

/**
 * Starts a private MySQL or MariaDB server on a free port of 127.0.0.1 and keeps it running until it is
 * stopped, or until this process ends in whatever way. The data stays in the folder from one run to the next.
 * Throws a StartError when there is no server program, when another process uses the folder, or with what the
 * server said; and what `signal` was aborted with.
 */
export async function startDatabaseServer(options: DatabaseServerOptions): Promise<DatabaseServer> {
  const { folder, log, durable = true, signal = new AbortController().signal } = options;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = takeLock(join(folder, 'lock'));
  if (!lock)
    throw new StartError(`${folder} is in use by process ${holderOf(join(folder, 'lock'))}: stop that one.`);
  try {
    await endEarlierServer(folder, log);
    shortenLog(join(folder, 'server.log'));
    const password = await passwordOfData(options, signal);
    const program = programFor(folder);
    const adminUrl = (port: number) => `mysql://root:${password}@127.0.0.1:${port}/`;
    const server = await keepServerRunning({ program, folder, durable, adminUrl }, log, signal);
    return {
      host: '127.0.0.1',
      port: server.port,
      kind: program.kind,
      version: program.version,
      adminUrl: adminUrl(server.port),
      get pid() {
        return server.pid;
      },
      async stop(now) {
        await server.stop(now);
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
