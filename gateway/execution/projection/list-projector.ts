import { failed, type Projecting, type ValueProjector } from './projecting.ts';

/** Lists: each element by itself; where one fails that may not be null, the whole list is null. */
export class ListProjector implements ValueProjector {
  readonly #element: ValueProjector;
  readonly #isElementNullable: boolean;
  readonly #isOfLeaves: boolean;
  readonly #type: string;

  constructor(options: {
    element: ValueProjector;
    isElementNullable: boolean;
    /** Whether the elements are scalars, enums, or lists of them. */
    isOfLeaves: boolean;
    type: string;
  }) {
    this.#element = options.element;
    this.#isElementNullable = options.isElementNullable;
    this.#isOfLeaves = options.isOfLeaves;
    this.#type = options.type;
  }

  project(value: unknown, projecting: Projecting): unknown {
    if (value === undefined || value === null) return null;
    if (!Array.isArray(value))
      return projecting.fail(`A subgraph answered no list for the type ${this.#type}.`);
    if (this.#isOfLeaves && this.isSound(value)) return value;
    return this.#each(value, projecting);
  }

  isSound(value: unknown): boolean {
    if (value === null) return true;
    return Array.isArray(value) && value.every(element => this.#element.isSound(element));
  }

  // Goes on after a failure, so that the errors of all elements are told.
  #each(values: readonly unknown[], projecting: Projecting): unknown {
    const { path } = projecting;
    const output = new Array<unknown>(values.length);
    let isWhole = true;
    for (let index = 0; index < values.length; index += 1) {
      path.push(index);
      const element = this.#element.project(values[index], projecting);
      path.pop();
      if (element === failed && !this.#isElementNullable) isWhole = false;
      output[index] = element === failed ? null : element;
    }
    return isWhole ? output : failed;
  }
}
