import { setTimeout as delay } from 'node:timers/promises';
import { reasonOf } from '../../runtime/reason-of.ts';
import { forEachConcurrently } from '../../seed/for-each-concurrently.ts';
import { changeBooks } from '../people/change-book.ts';
import { Visit } from '../people/client.ts';
import { logIn, makeAccount } from '../people/make-account.ts';
import { openShop } from '../people/open-shop.ts';
import { runErrand } from '../people/run-errand.ts';
import type { Scene } from '../people/scene.ts';
import type { Errand } from '../plan/plan-errand.ts';
import type { RoundPlan } from '../plan/plan-round.ts';
import type { PurchaseRecord } from '../record/purchase-record.ts';
import type { ChaosStore } from '../store/chaos-store.ts';
import { carryOut } from './carry-out.ts';
import { probe } from './probe.ts';
import { type Recovery, RecoveryWatch } from './recovery-watch.ts';
import { untilRest } from './rest.ts';

const restMilliseconds = 60_000;
/** So many people are in the shop at once; others wait outside, for so long after the faults have ended. */
const atOnce = 160;
const queueMilliseconds = 120_000;
/** So many purchases are asked for once more under their keys when all is over. */
const askedAgain = 20;

export interface RoundOutcome {
  scene: Scene;
  probes: readonly PurchaseRecord[];
  recoveries: Recovery[];
  requests: number;
  unanswered: number;
  /** What was wrong, but for what the databases say. */
  complaints: string[];
}

/** Lets errands in one after the other, each at its moment or later, and tells when the last one is in. */
async function* comeIn(errands: readonly Errand[], allAreIn: () => void): AsyncGenerator<Errand> {
  const began = performance.now();
  for (const errand of errands.toSorted((one, other) => one.at - other.at)) {
    await delay(Math.max(0, began + errand.at - performance.now()));
    yield errand;
  }
  allAreIn();
}

/** Runs what people do; a failure of it goes to the complaints. */
async function inPeace<Result>(work: Promise<Result>, complaints: string[]): Promise<Result | undefined> {
  try {
    return await work;
  } catch (error) {
    complaints.push(reasonOf(error));
    return undefined;
  }
}

/**
 * Plays a round: people come in while faults happen; then all faults have ended and the store has a minute to
 * answer everybody and to come to rest; then some ask once more for what they have.
 */
export async function runRound(store: ChaosStore, plan: RoundPlan): Promise<RoundOutcome> {
  const visit = new Visit(store.url);
  try {
    return await play(store, plan, visit);
  } finally {
    await visit.close();
  }
}

async function play(store: ChaosStore, plan: RoundPlan, visit: Visit): Promise<RoundOutcome> {
  const { complaints } = visit;
  const { scene, prober } = await openShop(visit, store.signingKey, plan);
  const watch = new RecoveryWatch();
  const over = new AbortController();
  const probing = probe(scene, prober, watch, store, over.signal);

  const people = Promise.all([
    inPeace(changeBooks(scene, plan.changes), complaints),
    ...plan.newcomers.map((at, number) =>
      inPeace(makeAccount(scene, at, `newcomer-${plan.seed}-${number}`), complaints),
    ),
  ]);
  const again: (() => Promise<void>)[] = [];
  const allIn = Promise.withResolvers<void>();
  const errands = forEachConcurrently(comeIn(plan.errands, allIn.resolve), atOnce, async errand => {
    const ask = await inPeace(runErrand(scene, errand, `errand ${plan.errands.indexOf(errand)}`), complaints);
    if (ask) again.push(ask);
  });
  await Promise.all(plan.faults.map(fault => carryOut(store, fault, watch)));
  await Promise.race([allIn.promise, delay(queueMilliseconds, undefined, { ref: false })]);
  visit.giveUpAt = performance.now() + restMilliseconds;
  await errands;
  await people;
  const left = await untilRest(store.databases, visit.giveUpAt);
  if (left.length > 0) complaints.push(`no rest within a minute: ${left.join(', ')}`);
  over.abort();
  await probing;
  complaints.push(...watch.unrecovered.map(fault => `no recovery from: ${fault}`));

  await Promise.all(again.slice(0, askedAgain).map(ask => inPeace(ask(), complaints)));
  await Promise.all(scene.accounts.map(account => inPeace(logIn(scene, account), complaints)));
  const { requests, unanswered } = visit;
  return { scene, probes: prober.records, recoveries: watch.recoveries, requests, unanswered, complaints };
}
