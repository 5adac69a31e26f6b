import type { JsonObject } from '../json-object.ts';

/**
 * An answer without errors, with the JSON document that it came in, which holds nothing else: whoever hands it on as it is need
 * not write it again. Whoever takes the data alone sees no document.
 */
export class WrittenAnswer {
  readonly data: JsonObject;
  readonly #document: string;

  constructor(data: JsonObject, document: string) {
    this.data = data;
    this.#document = document;
  }

  /** `{"data":…}` as UTF-16. */
  get document(): string {
    return this.#document;
  }
}
