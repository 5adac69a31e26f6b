import type { PartDown } from './part-down.ts';

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
   * Lets a request through, which tells how it ended by `succeeded` or `failed`, with what is returned here: whether it tries a
   * part that did not answer. Throws LeftAlone where it is not let through. `isFair` says whether the part has time enough
   * for an answer: only then does it tell something of the part.
   */
  letThrough(isFair: boolean): boolean {
    const isTrial = this.isOpen;
    if (this.isResting || (isTrial && !isFair)) throw new LeftAlone('did not answer a moment ago');
    if (isTrial) this.#isTried = true;
    return isTrial;
  }

  succeeded(isTrial: boolean): void {
    this.#failures = 0;
    if (isTrial) this.#isTried = false;
  }

  failed(error: PartDown, isTrial: boolean): void {
    if (isTrial) this.#isTried = false;
    if (error.how === 'cut short') return;
    this.#failures += 1;
    // Those that were asked before the rest began do not make it longer.
    if (isTrial || this.#failures === failuresInARow) this.#restEnds = performance.now() + restMilliseconds;
  }
}
