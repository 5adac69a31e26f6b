import { median } from '../../testing/median.ts';
import { describeFault, type Fault } from '../plan/plan-faults.ts';
import type { Recovery } from './recovery-watch.ts';

/** What became of a round. */
export interface RoundResult {
  seed: number;
  faults: readonly Fault[];
  recoveries: readonly Recovery[];
  seconds: number;
  /** How many purchases were tried, and how many ended in each way. */
  tried: number;
  endings: Readonly<Record<string, number>>;
  requests: number;
  unanswered: number;
  /** Everything that was wrong; empty for a sound store. */
  wrongs: readonly string[];
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** A round in one line. */
export function roundLine(number: number, result: RoundResult): string {
  const faults = result.faults
    .map(fault => {
      const name = describeFault(fault);
      const recovery = result.recoveries.find(each => each.fault === name);
      return `${name} at ${seconds(fault.at)}: ${recovery ? `well after ${seconds(recovery.milliseconds)}` : 'never well'}`;
    })
    .join('; ');
  const endings = Object.entries(result.endings)
    .map(([ending, count]) => `${count} ${ending}`)
    .join(', ');
  return [
    `${result.wrongs.length === 0 ? '✓' : '✗'} round ${number}, seed ${result.seed}, ${result.seconds.toFixed(1)} s`,
    faults,
    `${result.tried} tried: ${endings}`,
    `${result.unanswered} of ${result.requests} requests without an answer`,
  ].join(' | ');
}

/** All rounds in a few lines. */
export function summaryLines(results: readonly RoundResult[]): string[] {
  const sum = (of: (result: RoundResult) => number) => results.reduce((total, each) => total + of(each), 0);
  const recoveries = results.flatMap(result => result.recoveries.map(each => each.milliseconds));
  const bad = results.filter(result => result.wrongs.length > 0);
  return [
    `${results.length} rounds in ${Math.round(sum(each => each.seconds))} s: ${sum(each => each.tried)} purchases tried, ${sum(each => each.faults.length)} faults, ${sum(each => each.unanswered)} of ${sum(each => each.requests)} requests without an answer`,
    `the store was well again after ${seconds(median(recoveries))} in the middle, ${seconds(Math.max(0, ...recoveries))} at the longest`,
    bad.length === 0
      ? 'nothing lost, nothing doubled, the invariants hold'
      : `${bad.length} rounds with something wrong`,
  ];
}
