import { type GraphQLCompositeType, type GraphQLSchema, isObjectType } from 'graphql';
import { isPrototypeName, type JsonObject, ownValue, setOwnValue } from '../../../runtime/json-object.ts';
import type { CompositeProjector } from './composite-projector.ts';
import { failed, type Projecting, type ValueProjector } from './projecting.ts';

/** A field of the client's selection. */
export interface ProjectedField {
  /** Its name in what subgraphs answered. */
  key: string;
  /** Its name for the client. */
  shown: string;
  /** 'typename' for __typename, which the projector knows by itself. */
  value: ValueProjector | 'typename';
  isNullable: boolean;
  isLeaf: boolean;
  /** What projects the objects in its value; undefined where there are none. */
  objects?: CompositeProjector | undefined;
}

interface KeyedField extends ProjectedField {
  isPrototypeName: boolean;
}

/** Objects of one type: the fields that the client asked for, in its order, and no others. */
export class ObjectProjector {
  readonly #schema: GraphQLSchema;
  readonly #type: GraphQLCompositeType;
  readonly #fields: readonly KeyedField[];

  constructor(schema: GraphQLSchema, type: GraphQLCompositeType, fields: readonly ProjectedField[]) {
    this.#schema = schema;
    this.#type = type;
    this.#fields = fields.map(field => ({ ...field, isPrototypeName: isPrototypeName(field.shown) }));
  }

  get type(): GraphQLCompositeType {
    return this.#type;
  }

  get fields(): readonly ProjectedField[] {
    return this.#fields;
  }

  /** The object for the client; `failed` where it must be null, since a field that may not be null is. */
  project(input: JsonObject, projecting: Projecting): JsonObject | typeof failed {
    const output: JsonObject = {};
    for (const field of this.#fields) {
      const { key, shown, isPrototypeName } = field;
      const value = isPrototypeName ? ownValue(input, key) : input[key];
      const projected = this.#projectField(field, value, projecting);
      if (projected === failed && !field.isNullable) return failed;
      const nullable = projected === failed ? null : projected;
      if (isPrototypeName) setOwnValue(output, shown, nullable);
      else output[shown] = nullable;
    }
    return output;
  }

  /** Whether the object, which holds the client's fields and no others, is the client's as it is. */
  isSound(input: JsonObject): boolean {
    return this.#fields.every(({ key, value }) => {
      const given = ownValue(input, key);
      return value === 'typename' ? given === this.#typename(given) : value.isSound(given);
    });
  }

  #projectField({ shown, value, isLeaf }: KeyedField, given: unknown, projecting: Projecting): unknown {
    if (value === 'typename') return this.#typename(given) ?? failed;
    if (isLeaf && value.isSound(given)) return given;
    projecting.path.push(shown);
    const output = value.project(given, projecting);
    projecting.path.pop();
    return output;
  }

  /**
   * The name of the object's type, as clients know it: subgraphs may call root types otherwise. Undefined where that
   * is not known, since the subgraph that has an interface as an object (@interfaceObject) was all that answered.
   */
  #typename(given: unknown): string | undefined {
    const named =
      typeof given === 'string' && given !== this.#type.name ? this.#schema.getType(given) : undefined;
    const type = named ?? this.#type;
    return isObjectType(type) ? type.name : undefined;
  }
}
