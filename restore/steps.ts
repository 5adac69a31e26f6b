/** A step of a restore, and how long it took. */
export interface Step {
  name: string;
  seconds: number;
}

/** The steps of a restore: told when they begin, timed, and added up. */
export class Steps {
  readonly #tell: (line: string) => void;
  readonly #done: Step[] = [];

  constructor(tell: (line: string) => void) {
    this.#tell = tell;
  }

  /** Does a step, and tells what it answers. */
  async do<Outcome>(
    name: string,
    work: () => Promise<Outcome>,
    outcome: (outcome: Outcome) => string = () => '',
  ): Promise<Outcome> {
    this.#tell(`${name} …`);
    const began = performance.now();
    const result = await work();
    const seconds = (performance.now() - began) / 1000;
    this.#done.push({ name, seconds });
    const text = outcome(result);
    this.#tell(`  ${seconds.toFixed(1)} s${text && `: ${text}`}`);
    return result;
  }

  /** All that was done, in seconds. */
  get seconds(): number {
    return this.#done.reduce((sum, { seconds }) => sum + seconds, 0);
  }
}
