import { PartDown } from './part-down.ts';

const failuresInARow = 5;
const restMilliseconds = 1_000;

/** The part did not answer the last ones who asked, and is left alone for a second: nothing was sent. */
export class LeftAlone extends Error {}

/**
 * Keeps everybody from waiting for a part that does not answer: after five failures in a row (PartDown) the part is
 * left alone for a second; then one request tries it, and while that one waits the others are refused.
 */
export class Breaker {
  #failures = 0;
  #restEnds = 0;
  #isTried = false;

  /** Whether the last ones who asked got no answer, and nobody has since. */
  get isOpen(): boolean {
    return this.#failures >= failuresInARow;
  }

  /** Whether nobody is let through at the moment. */
  get isResting(): boolean {
    return this.isOpen && (this.#isTried || performance.now() < this.#restEnds);
  }

  /**
   * The outcome of the work. Rejects with LeftAlone when the work was not begun. `isFair` says whether the part has
   * time enough for an answer: only then does it tell something of the part.
   */
  async run<Result>(work: () => Promise<Result>, isFair: boolean): Promise<Result> {
    const isTrial = this.isOpen;
    if (this.isResting || (isTrial && !isFair)) throw new LeftAlone('did not answer a moment ago');
    if (isTrial) this.#isTried = true;
    try {
      const result = await work();
      this.#failures = 0;
      return result;
    } catch (error) {
      if (error instanceof PartDown && error.how !== 'cut short') this.#fail(isTrial);
      throw error;
    } finally {
      if (isTrial) this.#isTried = false;
    }
  }

  // Those that were asked before the rest began do not make it longer.
  #fail(isTrial: boolean): void {
    this.#failures += 1;
    if (isTrial || this.#failures === failuresInARow) this.#restEnds = performance.now() + restMilliseconds;
  }
}
