import type { GraphQLSchema } from 'graphql';
import {
  isJsonObject,
  isPrototypeName,
  type JsonObject,
  ownValue,
  setOwnValue,
} from '../../../runtime/json-object.ts';
import type { DataRewrite, Requirement } from '../apollo-types.ts';
import { mergeAnswer } from '../merge-answer.ts';
import { isNamedTypeOf } from './is-named-type-of.ts';
import { compileRewrites, type Rewrite } from './rewrites.ts';

interface RequiredField {
  key: string;
  below: RequiredFields | undefined;
}

/** What a subgraph must be told of objects: fields, and fields of some types. Compiled once for each type that is met. */
class RequiredFields {
  readonly #schema: GraphQLSchema;
  readonly #requirements: readonly Requirement[];
  readonly #ofType = new Map<unknown, readonly (RequiredField | RequiredFields)[]>();

  constructor(schema: GraphQLSchema, requirements: readonly Requirement[]) {
    this.#schema = schema;
    this.#requirements = requirements;
  }

  /** The fields of an object; undefined where one of them could not be had. */
  of(object: JsonObject): JsonObject | undefined {
    const parts = this.#partsOf(ownValue(object, '__typename'));
    const [first] = parts;
    if (parts.length === 1 && first instanceof RequiredFields) return first.of(object) ?? {};
    const fields: JsonObject = {};
    for (const part of parts) {
      if (part instanceof RequiredFields) {
        const more = part.of(object);
        if (more) mergeAnswer(fields, more);
        continue;
      }
      const value = ownValue(object, part.key);
      if (value === undefined) return undefined;
      setOwnValue(fields, part.key, part.below ? part.below.#ofValue(value) : value);
    }
    return fields;
  }

  /**
   * The names of the fields, where nothing else is told of objects of a type, and nothing below them; undefined where more
   * is, or one of them is something's by its prototype.
   */
  plainNames(typename: unknown): readonly string[] | undefined {
    const parts = this.#partsOf(typename);
    const [first] = parts;
    if (parts.length === 1 && first instanceof RequiredFields) return first.plainNames(typename);
    const names: string[] = [];
    for (const part of parts) {
      if (part instanceof RequiredFields || part.below || isPrototypeName(part.key)) return undefined;
      names.push(part.key);
    }
    return names;
  }

  #ofValue(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(element => this.#ofValue(element));
    return isJsonObject(value) ? (this.of(value) ?? null) : value;
  }

  #partsOf(typename: unknown): readonly (RequiredField | RequiredFields)[] {
    const known = this.#ofType.get(typename);
    if (known) return known;
    const parts = this.#requirements.flatMap(requirement => this.#part(requirement, typename));
    this.#ofType.set(typename, parts);
    return parts;
  }

  #part(requirement: Requirement, typename: unknown): RequiredField | RequiredFields | [] {
    if (requirement.kind === 'Field') {
      const { alias, name, selections } = requirement;
      return { key: alias ?? name, below: selections && new RequiredFields(this.#schema, selections) };
    }
    const { typeCondition, selections } = requirement;
    if (typeCondition === undefined || typeof typename !== 'string') return [];
    return isNamedTypeOf(this.#schema, typeCondition, typename)
      ? new RequiredFields(this.#schema, selections)
      : [];
  }
}

/** Makes what a subgraph is told of an entity, so that it says more about it (`representations` of `_entities`). */
export class RepresentationMaker {
  readonly #fields: RequiredFields;
  readonly #rewrites: readonly Rewrite[];
  readonly #plainNames = new Map<unknown, readonly string[] | undefined>();

  /** `schema` is the whole supergraph, with what clients do not see. */
  constructor(
    schema: GraphQLSchema,
    requirements: readonly Requirement[],
    rewrites: readonly DataRewrite[] | undefined,
  ) {
    this.#fields = new RequiredFields(schema, requirements);
    this.#rewrites = compileRewrites(schema, rewrites);
  }

  /** What of an entity decides its representation, where that is nothing but values of its own: their names. */
  plainNamesOf(entity: JsonObject): readonly string[] | undefined {
    const typename = ownValue(entity, '__typename');
    const known = this.#plainNames.get(typename);
    if (known || this.#plainNames.has(typename)) return known;
    const names = this.#fields.plainNames(typename);
    this.#plainNames.set(typename, names);
    return names;
  }

  /** Undefined where the entity is of another type, or what must be told of it could not be had. */
  make(entity: JsonObject): JsonObject | undefined {
    const representation = this.#fields.of(entity);
    if (!representation?.__typename) return undefined;
    for (const rewrite of this.#rewrites) rewrite(representation);
    return representation;
  }
}
