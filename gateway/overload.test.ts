import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Agent, request } from 'undici';
import { readTestSettings } from '../testing/env.ts';
import { isFull } from '../testing/figures.ts';
import { type LonelyGateway, startLonelyGateway } from '../testing/lonely-gateway.ts';
import { median } from '../testing/median.ts';
import { times } from '../testing/times.ts';

const flood = 3_000;
const maxRequests = 1_000;
const subgraphMilliseconds = 4_500;
const { FLOODS: rounds } = readTestSettings();
const book = { nodes: [{ title: 'La vorágine' }] };
const body = JSON.stringify({ query: '{ books { nodes { title } } }' });

let gateway: LonelyGateway;
let clients: Agent;

beforeAll(async () => {
  const data = { auth: {}, catalog: { books: book }, purchase: {} };
  // The slow subgraph is in this process, which the flood keeps busy too. A leak ends the gateway. The flood asks the same
  // again and again, and stands for many who ask different things.
  gateway = await startLonelyGateway('overload', data, {
    SUBGRAPH_TIMEOUT_MS: String(subgraphMilliseconds),
    MAX_REQUESTS: String(maxRequests),
    SHARE_FETCHES: 'false',
    NODE_OPTIONS: '--max-old-space-size=256',
  });
  clients = new Agent({ connections: flood, headersTimeout: 0 });
});

afterAll(async () => {
  await clients.destroy();
  await gateway.stop();
});

async function send(): Promise<{
  status: number;
  milliseconds: number;
  retryAfter: unknown;
  codes: string[];
}> {
  const began = performance.now();
  const {
    statusCode,
    headers,
    body: answer,
  } = await request(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    dispatcher: clients,
  });
  const { errors = [] }: { errors?: { extensions: { code: string } }[] } = JSON.parse(await answer.text());
  const codes = errors.map(({ extensions }) => extensions.code);
  return {
    status: statusCode,
    milliseconds: performance.now() - began,
    retryAfter: headers['retry-after'],
    codes,
  };
}

/** Milliseconds in which the middle one of as many is answered who ask for what costs nothing and is refused to nobody. */
async function usualMilliseconds(): Promise<number> {
  const taken = await times(flood, async () => {
    const began = performance.now();
    const { body: answer } = await request(`${gateway.url}/health`, { dispatcher: clients });
    await answer.dump();
    return performance.now() - began;
  });
  return median(taken);
}

/** How soon the one in the middle must be refused; where other tests keep the machine busy, sooner than a subgraph would answer. */
const soonEnough = (usual: number): number => (isFull ? usual + 1_000 : 3 * usual + subgraphMilliseconds);

/** Megabytes of memory that the gateway has; 0 where the system does not tell. */
function memory(): number {
  try {
    const status = readFileSync(`/proc/${gateway.process.pid}/status`, 'utf8');
    return Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

const percentiles = (answers: { milliseconds: number }[]): string => {
  const sorted = answers.map(({ milliseconds }) => Math.round(milliseconds)).sort((a, b) => a - b);
  return [0.1, 0.5, 0.9, 0.99].map(part => sorted[Math.floor(part * sorted.length)]).join(', ');
};

test(
  'a flood over a slow subgraph: some are served, the rest is told to come again, and then all is well',
  async () => {
    const memories: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      gateway.fakes.catalog.manner = { milliseconds: 500 };
      const usual = await usualMilliseconds();
      const answers = await times(flood, send);
      const served = answers.filter(({ codes }) => codes.length === 0);
      const refused = answers.filter(({ status }) => status === 503);
      const others = answers.filter(({ status, codes }) => status === 200 && codes.length > 0);
      console.log(
        `${served.length} of ${flood} served, ${refused.length} refused within ${percentiles(refused)} ms; as many are told in ${Math.round(usual)} ms that it lives`,
      );
      // At first a process that has just started is slow.
      if (round > 0)
        expect(median(refused.map(({ milliseconds }) => milliseconds))).toBeLessThan(soonEnough(usual));
      // Where the flood keeps the whole machine busy, fewer.
      expect(served.length).toBeGreaterThan(isFull ? 64 : 0);
      expect(refused.length).toBeGreaterThanOrEqual(flood - maxRequests);
      for (const { codes, retryAfter } of refused)
        expect([codes, retryAfter]).toEqual([['SERVICE_UNAVAILABLE'], '1']);
      // Those that were under way when their time was over.
      expect(served.length + refused.length + others.length).toBe(flood);
      for (const { codes } of others) expect(codes).toEqual(['SERVICE_UNAVAILABLE']);

      gateway.fakes.catalog.manner = { milliseconds: 0 };
      await delay(1_000);
      expect(await send()).toMatchObject({ status: 200, codes: [] });
      memories.push(memory());
    }
    console.log(`memory after each flood of ${flood}: ${memories.join(', ')} MB`);
    const [, second = 0] = memories;
    const last = memories.at(-1) ?? 0;
    expect(last).toBeLessThan(second * 1.1 + 20);
  },
  120_000 + rounds * 15_000,
);
