import { LeftAlone } from '../breaker.ts';
import { LineTooLong, TooLate } from '../line.ts';
import { PartDown } from '../part-down.ts';
import type { ReplicaState } from '../replica.ts';
import { beforeScrape } from './before-scrape.ts';
import { counter, gauge, histogram } from './instruments.ts';
import { CountedSeries, TimedSeries } from './series.ts';

/** How asking another part of the store can end. The last three have sent nothing. */
const outcomes = [
  'ok',
  'unsound',
  'refused',
  'broken',
  'hung',
  'cut_short',
  'left_alone',
  'line_too_long',
  'too_late',
] as const;

type Outcome = (typeof outcomes)[number];

const requests = counter(
  'part_requests_total',
  'Requests to another part of the store, by how they ended; left_alone, line_too_long and too_late were not sent.',
  ['part', 'outcome'],
);
const duration = histogram(
  'part_request_duration_seconds',
  'How long requests that were sent to another part took, their wait in line included.',
  ['part'],
);
const inProgress = gauge('part_requests_in_progress', 'Requests that another part is at.', ['part']);
const waiting = gauge('part_requests_waiting', 'Requests that wait in line for another part.', ['part']);
const replicas = gauge(
  'part_replicas',
  'Replicas of another part that are known here: in use, or left alone because they do not answer (the breaker is open).',
  ['part', 'state'],
);

function outcomeOf(error: unknown): Outcome {
  if (error instanceof PartDown) return error.how === 'cut short' ? 'cut_short' : error.how;
  if (error instanceof LeftAlone) return 'left_alone';
  if (error instanceof LineTooLong) return 'line_too_long';
  return error instanceof TooLate ? 'too_late' : 'unsound';
}

const notSent: ReadonlySet<Outcome> = new Set(['left_alone', 'line_too_long', 'too_late']);

/** Counts and times what another part is asked, and tells how its replicas stand. */
export class PartMetrics {
  readonly #ended: ReadonlyMap<Outcome, CountedSeries<'part' | 'outcome'>>;
  readonly #times: TimedSeries<'part'>;
  readonly stop: () => void;

  constructor(part: string, replicasNow: () => readonly ReplicaState[]) {
    this.#ended = new Map(outcomes.map(outcome => [outcome, new CountedSeries(requests, { part, outcome })]));
    duration.zero({ part });
    this.#times = new TimedSeries(duration, { part });
    this.stop = beforeScrape([inProgress, waiting, replicas], () => {
      const now = replicasNow();
      const sum = (of: 'inProgress' | 'waiting') => now.reduce((total, each) => total + each[of], 0);
      const leftAlone = now.filter(({ isLeftAlone }) => isLeftAlone).length;
      inProgress.set({ part }, sum('inProgress'));
      waiting.set({ part }, sum('waiting'));
      replicas.set({ part, state: 'in_use' }, now.length - leftAlone);
      replicas.set({ part, state: 'left_alone' }, leftAlone);
    });
  }

  /** The outcome of asking; whoever rejects with something that is not of the connection got an answer that is not sound. */
  async measure<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    const since = performance.now();
    let outcome: Outcome = 'ok';
    try {
      return await ask();
    } catch (error) {
      outcome = outcomeOf(error);
      throw error;
    } finally {
      this.#ended.get(outcome)?.inc();
      if (!notSent.has(outcome)) this.#times.observe((performance.now() - since) / 1000);
    }
  }
}
