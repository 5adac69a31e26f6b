import { createHash } from 'node:crypto';
import type { TitlePage } from '../picture.ts';

/** Numbers that look random, the same ones each time for the same title page. */
export class Chance {
  readonly #bytes: Buffer;
  #at = 0;

  constructor({ title, authors }: TitlePage) {
    this.#bytes = createHash('sha512')
      .update(JSON.stringify([title, authors]))
      .digest();
  }

  /** 0 or more, below `limit`; which is far below 65,536. */
  below(limit: number): number {
    const number = this.#bytes.readUInt16BE(this.#at % (this.#bytes.length - 1));
    this.#at += 2;
    return number % limit;
  }

  oneOf<Thing>(first: Thing, ...others: Thing[]): Thing {
    return [first, ...others][this.below(others.length + 1)] ?? first;
  }
}
