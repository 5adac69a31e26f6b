import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { places } from '../../deploy/local/places.ts';
import { type LoadResult, loadResultShape } from './sample.ts';
import type { SentRequest } from './sent-request.ts';

const run = promisify(execFile);
/** Beside the time that is measured: for its start, and for the last answers. */
const patienceSeconds = 120;

/** How a server is asked. */
export interface Load {
  port: number;
  seconds: number;
  /** As many a second, whether answers come or not; as fast as answers come where it is left out. */
  rate?: number | undefined;
  /** 50 unless it is said. */
  connections?: number | undefined;
}

/** Runs a client program of the bench in a process of its own; what it counted. Rejects with what it said when it failed. */
export async function runClientProgram(
  program: string,
  load: Load,
  settings: Record<string, string>,
): Promise<LoadResult> {
  const { port, seconds, rate = 0, connections = 50 } = load;
  const { stdout, stderr } = await run(process.execPath, [join(import.meta.dirname, program)], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      PORT: String(port),
      SECONDS: String(Math.ceil(seconds)),
      RATE: String(rate),
      CONNECTIONS: String(connections),
      ...settings,
    },
    timeout: (seconds + patienceSeconds) * 1000,
  });
  if (stderr) console.error(stderr.trimEnd());
  return loadResultShape.parse(JSON.parse(stdout));
}

/** A file of the bench with something for a client program to read. */
export function writeForClient(name: string, value: unknown): string {
  const folder = join(places.data, 'bench');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  // With tokens in it.
  writeFileSync(file, JSON.stringify(value), { mode: 0o600 });
  return file;
}

/** Sends requests in turn, again and again; right answers have at least so many bytes. */
export const sendRequests = (
  load: Load & { requests: readonly SentRequest[]; bytes: number },
): Promise<LoadResult> =>
  runClientProgram('client.ts', load, {
    REQUESTS_FILE: writeForClient('requests.json', load.requests),
    BYTES: String(load.bytes),
  });
