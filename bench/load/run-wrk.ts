import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { places } from '../../deploy/local/places.ts';
import type { Load } from './run-client.ts';
import { type LoadResult, loadResultShape } from './sample.ts';
import type { SentRequest } from './sent-request.ts';

const run = promisify(execFile);

// What wrk calls at the end (github.com/wg/wrk, SCRIPTING): microseconds throughout.
const summary = (bytes: number): string => `
function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.timeout + errors.status
  local answered = summary.requests - errors.status
  if summary.bytes / summary.requests < ${bytes} then failed, answered = summary.requests, 0 end
  io.stderr:write(string.format('{"answered":%d,"failed":%d,"seconds":%f,"p50":%f,"p99":%f}',
    answered, failed, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
`;

/** Whether there is a wrk on this machine (Debian's package wrk). */
export async function isWrkThere(): Promise<boolean> {
  try {
    await run('wrk', ['--version']);
  } catch (error) {
    // It ends with 1 whatever it is asked.
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
  return true;
}

/**
 * Has wrk send a GET as fast as answers come. It costs a quarter of what a client in Node does, which on a small machine is more
 * than an answer costs that NGINX has kept. Of the answers it sees the status, and how long they are on the average.
 */
export async function repeatByWrk({
  request: { path, headers },
  bytes,
  port,
  seconds,
  connections = 50,
}: Omit<Load, 'rate'> & { request: SentRequest; bytes: number }): Promise<LoadResult> {
  const script = join(places.data, 'bench', 'wrk.lua');
  writeFileSync(script, summary(bytes));
  const given = Object.entries(headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`]);
  const options = [
    '--threads',
    '1',
    '--connections',
    String(connections),
    '--duration',
    `${Math.ceil(seconds)}s`,
  ];
  const { stderr } = await run('wrk', [
    ...options,
    ...given,
    '--script',
    script,
    `http://127.0.0.1:${port}${path}`,
  ]);
  return loadResultShape.parse(JSON.parse(stderr));
}
