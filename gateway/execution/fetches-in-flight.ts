import { WrittenAnswer } from '../../runtime/graphql-server/written-answer.ts';
import { ifInTime } from '../../runtime/in-time.ts';
import { copyObject } from '../../runtime/json-object.ts';
import { describeSpan } from '../../runtime/tracing/spans.ts';
import type { SubgraphAnswer } from './apollo-types.ts';

interface Fetch {
  answer: Promise<SubgraphAnswer>;
  /** By performance.now(). */
  since: number;
  /** How many have yet to take the answer. */
  takers: number;
}

/** The answer for one of those that share it: whoever takes it last has it as it is, the others a copy that they may change. */
function take(fetch: Fetch, answer: SubgraphAnswer): SubgraphAnswer {
  fetch.takers -= 1;
  if (fetch.takers === 0 || !answer.data) return answer;
  const data = copyObject(answer.data);
  return answer instanceof WrittenAnswer ? new WrittenAnswer(data, answer.document) : { ...answer, data };
}

/**
 * The queries that subgraphs are asked at the moment. Who asks the same as somebody else shares the answer, and nothing
 * else: where it does not come soon, or not at all, each asks by itself, within its own time.
 */
export class FetchesInFlight {
  readonly #fetches = new Map<string, Fetch>();
  readonly #patienceMilliseconds: number;

  /** Waits so long for what others asked, and joins nothing that takes so long already. */
  constructor(patienceMilliseconds: number) {
    this.#patienceMilliseconds = patienceMilliseconds;
  }

  /**
   * The answer to `ask`, or to another one's under the same key, which must hold all that the answer depends on. Rejects
   * with what `ask` rejects with.
   */
  async share(key: string, deadline: number, ask: () => Promise<SubgraphAnswer>): Promise<SubgraphAnswer> {
    const now = performance.now();
    const running = this.#fetches.get(key);
    if (!running || now - running.since > this.#patienceMilliseconds) return this.#begin(key, now, ask);
    running.takers += 1;
    const patience = Math.max(0, Math.min(this.#patienceMilliseconds, deadline - now));
    const answer = await ifInTime(
      running.answer.catch(() => undefined),
      patience,
    );
    if (answer) {
      describeSpan(() => ({ attributes: { 'bookstore.shared': true } }));
      return take(running, answer);
    }
    running.takers -= 1;
    return ask();
  }

  /** To be called when something may have been changed: nobody joins what was asked before. */
  forget(): void {
    this.#fetches.clear();
  }

  async #begin(key: string, since: number, ask: () => Promise<SubgraphAnswer>): Promise<SubgraphAnswer> {
    const fetch: Fetch = { answer: ask(), since, takers: 1 };
    this.#fetches.set(key, fetch);
    const end = () => {
      if (this.#fetches.get(key) === fetch) this.#fetches.delete(key);
    };
    // Before anybody takes the answer, so that nobody joins once it is taken.
    fetch.answer.then(end, end);
    return take(fetch, await fetch.answer);
  }
}
