import { setTimeout as delay } from 'node:timers/promises';
import { cpuMilliseconds } from '../../load/cpu-time.ts';
import { databaseCounters } from '../../load/database-counters.ts';
import { sampleProcess } from '../../load/process-sample.ts';
import type { LoadResult } from '../load/sample.ts';
import type { Shop } from './shops/shop.ts';

/** A measurement of a shop, with what all its processes used together. */
export interface ShopMeasurement extends LoadResult {
  /** Milliseconds of processor time for each answer, of all processes and the database. */
  cpu: number;
  /** The part of that which the database took. */
  databaseCpu: number;
  /** Megabytes that the shop's processes hold at the end, without the database, which all shops share. */
  memory: number;
  /** SQL statements for each answer, less those that come when nobody asks. */
  statements: number;
  /** Requests to subgraphs for each answer; NaN where there are no subgraphs. */
  calls: number;
}

const idleLooks = 5;
const lookMilliseconds = 1_000;
const database = 'database';

const statementsSoFar = async (adminUrl: string): Promise<number> =>
  (await databaseCounters(adminUrl)).statements;

/** The statements in a second that shops send while nobody asks anything: the fewest of five looks, since some still work on their start. */
export async function idleStatements(adminUrl: string): Promise<number> {
  const sent: number[] = [];
  for (let look = 0; look < idleLooks; look += 1) {
    const before = await statementsSoFar(adminUrl);
    await delay(lookMilliseconds);
    sent.push(((await statementsSoFar(adminUrl)) - before) / (lookMilliseconds / 1000));
  }
  return Math.min(...sent);
}

const cpuOf = (shop: Shop) => new Map([...shop.pids].map(([name, pid]) => [name, cpuMilliseconds(pid)]));

/** Measures a shop while a client puts load on it. `idle` is what idleStatements told. */
export async function measureShop(
  shop: Shop,
  { adminUrl, idle }: { adminUrl: string; idle: number },
  putLoad: () => Promise<LoadResult>,
): Promise<ShopMeasurement> {
  const before = {
    cpu: cpuOf(shop),
    statements: await statementsSoFar(adminUrl),
    calls: await shop.calls?.(),
  };
  const result = await putLoad();
  const cpu = cpuOf(shop);
  const statements = (await statementsSoFar(adminUrl)) - before.statements - idle * result.seconds;
  const calls = ((await shop.calls?.()) ?? Number.NaN) - (before.calls ?? Number.NaN);
  const each = (amount: number) => amount / (result.answered + result.failed);
  const spent = (name: string) => (cpu.get(name) ?? 0) - (before.cpu.get(name) ?? 0);
  const held = [...shop.pids].filter(([name]) => name !== database);
  return {
    ...result,
    cpu: each([...cpu.keys()].reduce((sum, name) => sum + spent(name), 0)),
    databaseCpu: each(spent(database)),
    memory: held.reduce((sum, [, pid]) => sum + sampleProcess(pid, shop.port).megabytes, 0),
    statements: each(statements),
    calls: each(calls),
  };
}
