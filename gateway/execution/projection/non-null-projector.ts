import { failed, type Projecting, type ValueProjector } from './projecting.ts';

/** What may not be null: a null is an error there, and `failed` goes up to what may be null. */
export class NonNullProjector implements ValueProjector {
  readonly #nullable: ValueProjector;
  readonly #parent: string;
  readonly #type: string;

  /** `type` is the name of the nullable type, `parent` of the type whose field it is. */
  constructor(nullable: ValueProjector, type: string, parent: string) {
    this.#nullable = nullable;
    this.#type = type;
    this.#parent = parent;
  }

  project(value: unknown, projecting: Projecting): unknown {
    const output = this.#nullable.project(value, projecting);
    if (output !== null) return output;
    projecting.fail(`Cannot return null for non-nullable ${projecting.place(this.#parent, this.#type)}.`);
    return failed;
  }

  isSound(value: unknown): boolean {
    return value !== null && this.#nullable.isSound(value);
  }
}
