import { checkInvariants } from '../invariants/check-invariants.ts';
import { type ChaosOptions, wordsOf } from './command-line.ts';
import { planRound } from './plan/plan-round.ts';
import { roundSeed } from './plan/round-seed.ts';
import type { AccountRecord } from './record/account-record.ts';
import type { BookRecord } from './record/book-record.ts';
import { compare } from './record/compare.ts';
import type { PurchaseRecord } from './record/purchase-record.ts';
import { readState } from './record/read-state.ts';
import { type RoundResult, roundLine } from './round/report.ts';
import { type RoundOutcome, runRound } from './round/run-round.ts';
import type { ChaosStore } from './store/chaos-store.ts';
import { recoverySeconds } from './store/settings.ts';

/** At rest nothing is late any more. */
const graceSeconds = 5;
/** As many of the things that are wrong are printed. */
const mostWrongs = 20;

/** What everybody wrote down in all rounds so far: later rounds must not spoil earlier ones. */
class Memory {
  readonly purchases: PurchaseRecord[] = [];
  readonly books: BookRecord[] = [];
  readonly accounts: AccountRecord[] = [];

  add({ scene, probes }: RoundOutcome): void {
    this.purchases.push(...scene.records, ...probes);
    this.books.push(...scene.books);
    this.accounts.push(...scene.accounts);
  }
}

/** How many purchases ended in each way, the most frequent first; why, for those that were refused. */
function countEndings(
  records: readonly PurchaseRecord[],
  statusOf: (record: PurchaseRecord) => string | undefined,
): Record<string, number> {
  const endingOf = (record: PurchaseRecord) => [...record.refusals][0] ?? statusOf(record) ?? 'never made';
  const counts = [...Map.groupBy(records, endingOf)].map(([ending, { length }]) => [ending, length] as const);
  const sorted = counts.toSorted(([, one], [, other]) => other - one);
  return Object.fromEntries(
    sorted.map(([ending, count]) => [ending.toLowerCase().replaceAll('_', ' '), count]),
  );
}

async function playRound(
  store: ChaosStore,
  seed: number,
  options: ChaosOptions,
  memory: Memory,
): Promise<RoundResult> {
  const began = performance.now();
  const plan = planRound(seed, options.purchases, options.hasBroker);
  const outcome = await runRound(store, plan);
  memory.add(outcome);
  const state = await readState(store.databases);
  const { violations } = await checkInvariants(store.databases, { recoverySeconds, graceSeconds });
  const statuses = new Map(state.purchases.map(each => [`${each.buyerId} ${each.key}`, each.status]));
  const slow = outcome.recoveries.filter(each => each.milliseconds > options.recoverySeconds * 1000);
  return {
    seed,
    faults: plan.faults,
    recoveries: outcome.recoveries,
    seconds: (performance.now() - began) / 1000,
    tried: outcome.scene.records.length,
    endings: countEndings(outcome.scene.records, ({ buyerId, key }) => statuses.get(`${buyerId} ${key}`)),
    requests: outcome.requests,
    unanswered: outcome.unanswered,
    wrongs: [
      ...compare(memory, state),
      ...violations.map(each => `${each.invariant} ${each.id}: ${each.seen}, expected ${each.expected}`),
      ...outcome.complaints,
      ...slow.map(each => `${each.fault}: well only after ${Math.round(each.milliseconds / 1000)} s`),
    ],
  };
}

/** Plays the rounds one after the other, printing a line for each, until one finds something wrong. */
export async function playRounds(
  store: ChaosStore,
  options: ChaosOptions,
  print: (line: string) => void,
): Promise<RoundResult[]> {
  const results: RoundResult[] = [];
  const memory = new Memory();
  for (let round = 0; round < options.rounds; round += 1) {
    const seed = roundSeed(options.seed, round);
    const result = await playRound(store, seed, options, memory);
    results.push(result);
    print(roundLine(round + 1, result));
    if (result.wrongs.length === 0) continue;
    for (const wrong of result.wrongs.slice(0, mostWrongs)) print(`  ✗ ${wrong}`);
    if (result.wrongs.length > mostWrongs) print(`  … and ${result.wrongs.length - mostWrongs} more`);
    print(`  this round alone: npm run chaos -- ${wordsOf({ ...options, rounds: 1, seed })}`);
    break;
  }
  return results;
}
