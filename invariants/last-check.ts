/** For so many seconds what a check found can be taken for how things are, where one is made every so many seconds. */
export const freshSeconds = (everySeconds: number): number => 2 * everySeconds + 30;

/** What the last check found, for as long as it can be taken for how things are. Times in milliseconds. */
export class LastCheck {
  readonly #lastsMilliseconds: number;
  #metrics = '';
  #endedAt = 0;
  #failure: string | undefined = 'no check has ended yet';

  constructor(everySeconds: number) {
    this.#lastsMilliseconds = freshSeconds(everySeconds) * 1000;
  }

  succeeded(metrics: string, now: number): void {
    this.#metrics = metrics;
    this.#endedAt = now;
    this.#failure = undefined;
  }

  failed(reason: string): void {
    this.#failure = reason;
  }

  /** What was found, as metrics; or why that cannot be told. */
  read(now: number): { metrics: string } | { failure: string } {
    if (this.#failure !== undefined) return { failure: this.#failure };
    const age = now - this.#endedAt;
    if (age > this.#lastsMilliseconds)
      return { failure: `the last check ended ${Math.round(age / 1000)} s ago` };
    return { metrics: this.#metrics };
  }
}
