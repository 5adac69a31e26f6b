import { type GraphQLCompositeType, type GraphQLSchema, isCompositeType, isObjectType } from 'graphql';
import { isJsonObject, type JsonObject, ownValue } from '../../../runtime/json-object.ts';
import type { ObjectProjector } from './object-projector.ts';
import type { Projecting, ValueProjector } from './projecting.ts';

/** Objects, interfaces and unions: each object by the projector of its own type, which is made when one is met. */
export class CompositeProjector implements ValueProjector {
  readonly #schema: GraphQLSchema;
  readonly #declared: GraphQLCompositeType;
  readonly #parent: string;
  readonly #make: (type: GraphQLCompositeType) => ObjectProjector;
  readonly #made = new Map<string, ObjectProjector>();

  constructor(options: {
    schema: GraphQLSchema;
    declared: GraphQLCompositeType;
    parent: string;
    make: (type: GraphQLCompositeType) => ObjectProjector;
  }) {
    this.#schema = options.schema;
    this.#declared = options.declared;
    this.#parent = options.parent;
    this.#make = options.make;
  }

  project(value: unknown, projecting: Projecting): unknown {
    if (value === undefined || value === null) return null;
    if (!isJsonObject(value))
      return projecting.fail(`A subgraph answered no object for the type ${this.#declared.name}.`);
    const projector = this.#projectorOf(value);
    // The name that was given is not told: it may be one that clients must not know.
    if (!projector) {
      const place = projecting.place(this.#parent, this.#declared.name);
      return projecting.fail(`Invalid __typename found for object at ${place}.`);
    }
    return projecting.once(projector, value);
  }

  isSound(value: unknown): boolean {
    if (value === null) return true;
    return isJsonObject(value) && this.#projectorOf(value)?.isSound(value) === true;
  }

  /** The projector of all its objects, where they are all of one type. */
  get only(): ObjectProjector | undefined {
    return isObjectType(this.#declared) ? this.of(this.#declared) : undefined;
  }

  /** The projector of objects of a type. */
  of(type: GraphQLCompositeType): ObjectProjector {
    const known = this.#made.get(type.name);
    if (known) return known;
    const projector = this.#make(type);
    this.#made.set(type.name, projector);
    return projector;
  }

  #projectorOf(value: JsonObject): ObjectProjector | undefined {
    if (isObjectType(this.#declared)) return this.of(this.#declared);
    const name = ownValue(value, '__typename');
    if (name === undefined || name === null) return this.of(this.#declared);
    if (typeof name !== 'string') return undefined;
    const known = this.#made.get(name);
    if (known) return known;
    const type = this.#schema.getType(name);
    return isCompositeType(type) ? this.of(type) : undefined;
  }
}
