import { StartError } from '../deploy/local/start-error.ts';

/** What of the bench is to be run: what --only names, in words that stand for parts of either half, or everything. */
export class Choice {
  readonly #only: readonly string[] | undefined;

  /** `only` is what stands behind --only, separated by commas; `known` are all words that mean something. Throws for others. */
  constructor(only: string | undefined, known: readonly string[]) {
    this.#only = only?.split(',').map(word => word.trim());
    const unknown = this.#only?.filter(word => !known.includes(word)) ?? [];
    if (unknown.length > 0)
      throw new StartError(`--only does not know ${unknown.join(', ')}; it knows ${known.join(', ')}.`);
  }

  /** Those of these that were chosen; all of them where none was named. */
  among<Word extends string>(words: readonly Word[]): Word[] {
    const named = words.filter(word => this.#only?.includes(word));
    return named.length > 0 ? named : [...words];
  }

  /** Whether one of these was named. */
  namesAny(words: readonly string[]): boolean {
    return words.some(word => this.#only?.includes(word));
  }

  /** Whether what these words stand for is to be run: one of them was named, or nothing at all. */
  wants(words: readonly string[]): boolean {
    return this.#only === undefined || this.namesAny(words);
  }
}
