import { type GraphQLLeafType, isEnumType, isSpecifiedScalarType } from 'graphql';
import { failed, type Projecting, type ValueProjector } from './projecting.ts';

const isString = (value: unknown): boolean => typeof value === 'string';

/** What built-in scalars take; a subgraph has made sure of the rest. */
const builtIn: Record<string, (value: unknown) => boolean> = {
  String: isString,
  ID: value => isString(value) || Number.isInteger(value),
  Int: Number.isInteger,
  Float: Number.isFinite,
  Boolean: value => typeof value === 'boolean',
};

function acceptsOf(type: GraphQLLeafType): (value: unknown) => boolean {
  if (isEnumType(type)) {
    // Of an enum that subgraphs know more values of than clients may see, only those pass.
    const values = new Set<unknown>(type.getValues().map(({ name }) => name));
    return value => values.has(value);
  }
  const accepts = isSpecifiedScalarType(type) ? builtIn[type.name] : undefined;
  return accepts ?? (value => value !== undefined && value !== null);
}

/** Scalars and enums: passed as they are, where they are values of the type. */
export class LeafProjector implements ValueProjector {
  readonly #accepts: (value: unknown) => boolean;
  readonly #parent: string;
  readonly #type: string;

  constructor(type: GraphQLLeafType, parent: string) {
    this.#accepts = acceptsOf(type);
    this.#parent = parent;
    this.#type = type.name;
  }

  project(value: unknown, projecting: Projecting): unknown {
    if (value === undefined || value === null) return null;
    if (this.#accepts(value)) return value;
    projecting.fail(`Invalid value found for ${projecting.place(this.#parent, this.#type)}.`);
    return failed;
  }

  isSound(value: unknown): boolean {
    return value === null || this.#accepts(value);
  }
}
