import { uploadsAtOnce } from '../../covers/limits.ts';

/** Counts who is sending a cover: what comes in at a time is kept in memory. */
export class UploadPlaces {
  readonly #taken = new Map<string, number>();

  /** Takes a place for that seller: what gives it back; or why there is none. */
  take(seller: string): (() => void) | 'all are taken' | 'theirs are taken' {
    const all = this.#taken.values().reduce((sum, count) => sum + count, 0);
    const theirs = this.#taken.get(seller) ?? 0;
    if (theirs >= uploadsAtOnce.ofOne) return 'theirs are taken';
    if (all >= uploadsAtOnce.all) return 'all are taken';
    this.#taken.set(seller, theirs + 1);
    return () => this.#giveBack(seller);
  }

  #giveBack(seller: string): void {
    const left = (this.#taken.get(seller) ?? 1) - 1;
    if (left === 0) this.#taken.delete(seller);
    else this.#taken.set(seller, left);
  }
}
