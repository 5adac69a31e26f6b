import { readTestSettings, variantOf } from './env.ts';
import { ownTimeLimits } from './time-limits.ts';

/**
 * Whether figures are measured in full (FIGURES=full npm test -- sold-out): as often as they are reported, and under
 * the store's own time limits, which need a machine that does nothing else.
 */
export const isFull = readTestSettings().FIGURES === 'full';

/** Which variant this run tells of what has many. */
export const variant: number = variantOf(readTestSettings().TURN ?? 0);

/** How often something is repeated: a few times in every run of the tests, or as often as its figure asks. */
export const repeats = (few: number, many: number): number => (isFull ? many : few);

/** All of them in full; else one of so many, by the run's turn: as many runs in a row try all. */
export const inTurn = <Each>(all: readonly Each[], ofSoMany: number): Each[] =>
  all.filter((_, index) => isFull || index % ofSoMany === variant % ofSoMany);

/** What random input is drawn from: the seed that is asked for, else another one each time. */
export const fuzzSeed: number = readTestSettings().FUZZ_SEED ?? Date.now() % 1_000_000;

/** The settings of a store that figures are measured at: its own time limits in full, else the raised ones of tests. */
export const measuredSettings: Record<string, string> = isFull ? ownTimeLimits : {};

/** Says a figure where whoever runs the tests sees it. */
export const tellFigure = (figure: string): void => {
  process.stderr.write(`figure: ${figure}\n`);
};
