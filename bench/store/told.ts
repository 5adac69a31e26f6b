import { reasonOf } from '../../runtime/reason-of.ts';
import type { Mark } from '../marks.ts';
import type { ShopRounds } from './shop-rounds.ts';

/** What a part of the store half tells. */
export interface Told {
  measured?: readonly ShopRounds[];
  marks?: readonly Mark[];
  versions?: Record<string, string>;
}

/** All that was told so far, and what could not be told. */
export class Telling {
  readonly measured: ShopRounds[] = [];
  readonly marks: Mark[] = [];
  readonly versions: Record<string, string> = {};
  readonly failures: string[] = [];
  readonly #tell: (so: Telling) => void;

  /** `tell` is called whenever there is more. */
  constructor(tell: (so: Telling) => void) {
    this.#tell = tell;
  }

  add({ measured = [], marks = [], versions = {} }: Told): void {
    this.measured.push(...measured);
    this.marks.push(...marks);
    Object.assign(this.versions, versions);
    this.#tell(this);
  }

  /** Does work that tells something; where it fails that is said, and what comes after it goes on. */
  async attempt(what: string, work: () => Promise<Told | undefined>): Promise<void> {
    try {
      const told = await work();
      if (told) this.add(told);
    } catch (error) {
      const failure = `${what}: ${reasonOf(error)}`;
      console.error(failure);
      this.failures.push(failure);
    }
  }
}
