/** Whoever waits in line was not let in by its deadline: it has done nothing yet. */
export class TooLate extends Error {}

/** The line is too long: it is better to come again in a moment than to join it. */
export class LineTooLong extends Error {}

interface Waiting {
  since: number;
  enter(): void;
}

/** What remains of the places when some work was not done in time, and the least that ever remains. */
const narrowing = 0.7;
const leastPart = 0.2;

/**
 * Lets a bounded number of pieces of work go on at a time; the others wait in line, first come, first served.
 *
 * How many there is room for is found out, as TCP does (RFC 5681): one more for each roomful of work that was soon
 * done, three tenths fewer when some was not done in time. More at a time than can be done in time would all be done in vain.
 */
export class Line {
  readonly #size: number;
  readonly #patienceMilliseconds: number;
  readonly #waiting = new Set<Waiting>();
  #room: number;
  #inside = 0;
  #narrowedAt = Number.NEGATIVE_INFINITY;

  /**
   * Has room for `size` at the most. A line whose head waits longer than `patienceMilliseconds` is not a burst that
   * passes but more work than can be done.
   */
  constructor(size: number, patienceMilliseconds: number) {
    this.#size = size;
    this.#room = size;
    this.#patienceMilliseconds = patienceMilliseconds;
  }

  /** How many wait. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** How many are inside or wait. */
  get length(): number {
    return this.#inside + this.#waiting.size;
  }

  /** To be called when a piece of work was soon done. */
  widen(): void {
    if (this.#inside < Math.floor(this.#room)) return;
    this.#room = Math.min(this.#size, this.#room + 1 / this.#room);
    this.#letIn();
  }

  /** To be called when a piece of work, begun at `since` (by performance.now()), was not done in time. */
  narrow(since: number): void {
    // Those that were inside together tell the same thing.
    if (since < this.#narrowedAt) return;
    this.#narrowedAt = performance.now();
    this.#room = Math.max(1, this.#size * leastPart, this.#room * narrowing);
  }

  /**
   * Resolves when it is this one's turn, with what gives the place back. Rejects with TooLate when `deadline` (by
   * performance.now()) comes first, and with LineTooLong when the head of the line has waited too long,
   * unless `isUnderWay` says that this is the rest of something begun.
   */
  async enter(deadline: number, isUnderWay = false): Promise<() => void> {
    if (this.#inside < Math.floor(this.#room)) this.#inside += 1;
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
    this.#inside -= 1;
    this.#letIn();
  }

  #letIn(): void {
    for (const next of this.#waiting) {
      if (this.#inside >= Math.floor(this.#room)) return;
      this.#inside += 1;
      this.#waiting.delete(next);
      next.enter();
    }
  }
}
