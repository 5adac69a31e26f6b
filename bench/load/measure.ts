import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cpuMilliseconds } from '../../load/cpu-time.ts';
import { sampleProcess } from '../../load/process-sample.ts';
import type { RunningContender } from '../contenders/running-contender.ts';
import type { LoadResult } from './sample.ts';

const client = join(import.meta.dirname, 'client.ts');
const run = promisify(execFile);

/** A measurement of a contender, with what its process used. */
export interface Measurement extends LoadResult {
  /** Milliseconds of processor time for each answer, of the contender's process alone. */
  cpu: number;
  /** Megabytes that the contender's process holds at the end. */
  memory: number;
}

/** Puts load on a contender: by 50 connections as fast as it answers, or at a rate. */
export async function measure(
  { port, pid }: RunningContender,
  load: { query: string; bytes: number; seconds: number; rate?: number },
): Promise<Measurement> {
  const before = cpuMilliseconds(pid);
  const { stdout } = await run(process.execPath, [client], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      PORT: String(port),
      QUERY: load.query,
      BYTES: String(load.bytes),
      SECONDS: String(load.seconds),
      RATE: String(Math.floor(load.rate ?? 0)),
    },
  });
  const result: LoadResult = JSON.parse(stdout);
  const cpu = (cpuMilliseconds(pid) - before) / (result.answered + result.failed);
  return { ...result, cpu, memory: sampleProcess(pid, port).megabytes };
}
