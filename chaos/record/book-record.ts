/** What a seller asked of one field of a book, one after the other. */
export class FieldRecord {
  /** What was answered last. */
  #acknowledged: string;
  /** What was asked at least once without an answer: it may have taken effect, and even later than the rest. */
  readonly #uncertain = new Set<string>();

  constructor(first: string) {
    this.#acknowledged = first;
  }

  /** Notes that a value was asked for so many times until it was answered, and whether it was taken. */
  note(value: string, times: number, isTaken: boolean): void {
    if (times > 1) this.#uncertain.add(value);
    if (isTaken) this.#acknowledged = value;
  }

  /** Whether the store may have this value now. */
  allows(value: string): boolean {
    return value === this.#acknowledged || this.#uncertain.has(value);
  }
}

/** A book as its seller was told that it is. */
export interface BookRecord {
  bookId: string;
  price: FieldRecord;
  status: FieldRecord;
  /** The copies that were put in; undefined once the seller has counted anew while people bought. */
  copies: number | undefined;
}
