import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { baseOptions, runOptions } from './database-options.ts';
import { describeEnd } from './describe-end.ts';
import { endProcess, recordOf } from './end-process.ts';
import { endWithLauncher } from './end-with-launcher.ts';
import type { DatabaseProgram } from './find-database-server.ts';
import { isRunning, type ProcessRecord } from './process-lock.mjs';
import { StartError } from './start-error.ts';
import { writePrivateFile } from './write-private-file.ts';

/** A Unix socket's path has 107 bytes at most (103 on macOS), a file name included. */
const longestSocketFolder = 80;
const patienceMilliseconds = 60_000;

interface ServerRecord extends ProcessRecord {
  socketFolder: string;
}

export interface ServerProcess {
  record: ProcessRecord;
  /** Resolves when it has ended, with how. */
  ended: Promise<string>;
}

function makeSocketFolder(): string {
  const parent = tmpdir();
  return mkdtempSync(join(Buffer.byteLength(parent) > longestSocketFolder ? '/tmp' : parent, 'bookstore-'));
}

const recordFile = (folder: string): string => join(folder, 'server.json');

/** Starts the server of `folder`, which notes its process there and ends with this process. `extra`: options that win. */
export function spawnServer(
  program: DatabaseProgram,
  folder: string,
  port: number,
  durable: boolean,
  extra: readonly string[] = [],
): ServerProcess {
  const socketFolder = makeSocketFolder();
  const output = openSync(join(folder, 'server.log'), 'a', 0o600);
  const place = { port, socket: join(socketFolder, 'socket'), durable };
  const options = [
    ...baseOptions(program.kind, join(folder, 'data')),
    ...runOptions(place),
    `--pid-file=${join(folder, 'server.pid')}`,
    ...extra,
  ];
  const server = spawn(program.path, options, {
    cwd: folder,
    stdio: ['ignore', output, output],
    detached: true,
  });
  closeSync(output);
  const how = new Promise<string>(resolve => {
    server.once('error', error => resolve(error.message));
    server.once('exit', (code, signal) => resolve(describeEnd(code, signal)));
  });
  if (server.pid === undefined) throw new StartError(`${program.path} cannot be run.`);
  const record = recordOf(server.pid);
  writePrivateFile(recordFile(folder), JSON.stringify({ ...record, socketFolder } satisfies ServerRecord));
  const callOff = endWithLauncher(server.pid);
  const ended = how.finally(() => {
    callOff();
    rmSync(socketFolder, { recursive: true, force: true });
  });
  return { record, ended };
}

/** Ends the server that an earlier, killed run left in `folder`, where there is one. */
export async function endEarlierServer(folder: string, log: (line: string) => void): Promise<void> {
  let earlier: ServerRecord;
  try {
    earlier = JSON.parse(readFileSync(recordFile(folder), 'utf8'));
  } catch {
    return;
  }
  if (isRunning(earlier)) {
    log(`ending the database server that an earlier run left behind (process ${earlier.pid})`);
    await endProcess(earlier, patienceMilliseconds);
  }
  rmSync(earlier.socketFolder, { recursive: true, force: true });
  rmSync(recordFile(folder), { force: true });
}
