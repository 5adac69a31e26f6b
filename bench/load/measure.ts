import { cpuMilliseconds } from '../../load/cpu-time.ts';
import { sampleProcess } from '../../load/process-sample.ts';
import type { RunningContender } from '../contenders/running-contender.ts';
import { sendRequests } from './run-client.ts';
import type { LoadResult } from './sample.ts';
import { graphqlRequest } from './sent-request.ts';

/** A measurement of a contender, with what its process used. */
export interface Measurement extends LoadResult {
  /** Milliseconds of processor time for each answer, of the contender's process alone. */
  cpu: number;
  /** Megabytes that the contender's process holds at the end. */
  memory: number;
  /** Fetches from subgraphs for each answer. */
  calls: number;
}

/** Puts load on a contender: by 50 connections as fast as it answers, or at a rate. */
export async function measure(
  { port, pid }: RunningContender,
  {
    query,
    bytes,
    seconds,
    rate,
    callsSoFar,
  }: {
    query: string;
    bytes: number;
    seconds: number;
    rate?: number;
    /** How often the subgraphs were asked. */
    callsSoFar: () => Promise<number>;
  },
): Promise<Measurement> {
  const before = { calls: await callsSoFar(), cpu: cpuMilliseconds(pid) };
  const result = await sendRequests({ port, requests: [graphqlRequest(query)], bytes, seconds, rate });
  const each = (amount: number) => amount / (result.answered + result.failed);
  const cpu = each(cpuMilliseconds(pid) - before.cpu);
  const calls = each((await callsSoFar()) - before.calls);
  return { ...result, cpu, calls, memory: sampleProcess(pid, port).megabytes };
}
