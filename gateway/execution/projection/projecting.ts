import { GraphQLError } from 'graphql';
import type { JsonObject } from '../../../runtime/json-object.ts';
import type { ObjectProjector } from './object-projector.ts';

/** Stands for a null of which an error tells already. */
export const failed: unique symbol = Symbol('failed');

/** One answer that is being brought into its client's shape. */
export class Projecting {
  readonly path: (string | number)[] = [];
  readonly errors: GraphQLError[] = [];
  readonly #made: Map<ObjectProjector, Map<JsonObject, JsonObject>> | undefined;

  /** With `remembers`, what is the same object in several places is projected once. */
  constructor({ remembers }: { remembers: boolean }) {
    this.#made = remembers ? new Map() : undefined;
  }

  /** Notes an error at the place that is looked at. */
  fail(message: string): typeof failed {
    const options = { path: [...this.path], extensions: { code: 'INVALID_GRAPHQL' } };
    this.errors.push(new GraphQLError(message, options));
    return failed;
  }

  /** How errors name the place that is looked at: a field of `parent`, or an element of type `element`. */
  place(parent: string, element: string): string {
    const last = this.path.at(-1);
    return typeof last === 'number'
      ? `array element of type ${element} at index ${last}`
      : `field ${parent}.${last}`;
  }

  /** What a projector makes of an object, which it does once where that is without errors. */
  once(projector: ObjectProjector, input: JsonObject): JsonObject | typeof failed {
    if (!this.#made) return projector.project(input, this);
    const made = this.#made.get(projector) ?? new Map<JsonObject, JsonObject>();
    this.#made.set(projector, made);
    const known = made.get(input);
    if (known) return known;
    const errors = this.errors.length;
    const output = projector.project(input, this);
    if (output !== failed && this.errors.length === errors) made.set(input, output);
    return output;
  }
}

/** Brings values of one type, with one selection, into the client's shape. */
export interface ValueProjector {
  /** The value for the client. Null, or `failed` where an error was noted for the null. */
  project(value: unknown, projecting: Projecting): unknown;
  /** Whether the value is the client's as it is; of objects, if they hold what was asked for and no more. */
  isSound(value: unknown): boolean;
}
