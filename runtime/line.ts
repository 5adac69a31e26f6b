/** Whoever waits in line was not let in by its deadline: it has done nothing yet. */
export class TooLate extends Error {}

/** The line is too long: it is better to come again in a moment than to join it. */
export class LineTooLong extends Error {}

interface Waiting {
  since: number;
  enter(): void;
}

/** Lets a bounded number of pieces of work go on at a time; the others wait in line, first come, first served. */
export class Line {
  #free: number;
  readonly #patienceMilliseconds: number;
  readonly #waiting = new Set<Waiting>();

  /** A line whose head waits longer than `patienceMilliseconds` is not a burst that passes but more work than can be done. */
  constructor(size: number, patienceMilliseconds = 1_000) {
    this.#free = size;
    this.#patienceMilliseconds = patienceMilliseconds;
  }

  /**
   * Resolves when it is this one's turn, with what gives the place back. Rejects with TooLate when `deadline` (by
   * performance.now()) comes first, and with LineTooLong when the head of the line has waited too long,
   * unless `isUnderWay` says that this is the rest of something begun.
   */
  async enter(deadline: number, isUnderWay = false): Promise<() => void> {
    if (this.#free > 0) this.#free -= 1;
    else {
      if (!isUnderWay && this.#headWaits() > this.#patienceMilliseconds)
        throw new LineTooLong('the line is too long');
      await this.#turn(deadline);
    }
    return () => this.#leave();
  }

  #headWaits(): number {
    const [head] = this.#waiting;
    return head ? performance.now() - head.since : 0;
  }

  #turn(deadline: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const since = performance.now();
      const giveUp = () => {
        this.#waiting.delete(waiting);
        reject(new TooLate('its time was over while it waited in line'));
      };
      const timer = setTimeout(giveUp, Math.max(0, deadline - since));
      const enter = () => {
        clearTimeout(timer);
        resolve();
      };
      const waiting = { since, enter };
      this.#waiting.add(waiting);
    });
  }

  #leave(): void {
    const [next] = this.#waiting;
    if (!next) this.#free += 1;
    else {
      this.#waiting.delete(next);
      next.enter();
    }
  }
}
