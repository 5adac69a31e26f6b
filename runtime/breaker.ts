import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleType } from 'cockatiel';
import { PartDown } from './part-down.ts';

const failuresInARow = 5;
const restMilliseconds = 1_000;

/** The part did not answer the last ones who asked, and is left alone for a second: nothing was sent. */
export class LeftAlone extends Error {}

/**
 * Keeps everybody from waiting for a part that does not answer: after five failures in a row (PartDown) it refuses
 * at once; after a second it lets one through, by whose answer it opens again.
 */
export class Breaker {
  readonly #circuit = circuitBreaker(
    handleType(PartDown, ({ how }) => how !== 'cut short'),
    {
      halfOpenAfter: restMilliseconds,
      breaker: new ConsecutiveBreaker(failuresInARow),
    },
  );

  /**
   * The outcome of the work. Rejects with LeftAlone when the work was not begun. `isFair` says whether the part has
   * time enough for an answer: only then does it tell something of the part.
   */
  async run<Result>(work: () => Promise<Result>, isFair: boolean): Promise<Result> {
    let isBegun = false;
    const begin = () => {
      isBegun = true;
      return work();
    };
    // While one tries, the others do not wait for what comes of it.
    const { state } = this.#circuit;
    if (state === CircuitState.HalfOpen || (state === CircuitState.Open && !isFair))
      throw new LeftAlone('did not answer a moment ago');
    try {
      return await this.#circuit.execute(begin);
    } catch (error) {
      throw isBegun ? error : new LeftAlone('did not answer a moment ago');
    }
  }
}
