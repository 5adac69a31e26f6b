import type { GraphQLSchema } from 'graphql';
import { isJsonObject, type JsonObject, ownValue, setOwnValue } from '../../../runtime/json-object.ts';
import type { DataRewrite } from '../apollo-types.ts';
import { isNamedTypeOf } from './is-named-type-of.ts';

/** Changes an object in place. */
export type Rewrite = (value: unknown) => void;

const fragmentPrefix = '... on ';

function change(rewrite: DataRewrite, key: string): (object: JsonObject) => void {
  if (rewrite.kind === 'ValueSetter') return object => setOwnValue(object, key, rewrite.setValueTo);
  return object => {
    const value = ownValue(object, key);
    if (value === undefined) return;
    setOwnValue(object, rewrite.renameKeyTo, value);
    setOwnValue(object, key, undefined);
  };
}

/** Applies a change to every object that a path leads to. */
function at(schema: GraphQLSchema, path: readonly string[], apply: (object: JsonObject) => void): Rewrite {
  const [first, ...rest] = path;
  const further = first === undefined ? undefined : at(schema, rest, apply);
  const type = first?.startsWith(fragmentPrefix) ? first.slice(fragmentPrefix.length) : undefined;
  const rewrite = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(rewrite);
    else if (!isJsonObject(value)) return;
    else if (first === undefined) apply(value);
    else if (type === undefined) further?.(ownValue(value, first));
    else if (isOf(schema, value, type)) further?.(value);
  };
  return rewrite;
}

// What does not say its type is taken to be of the type: answers do not say it everywhere.
const isOf = (schema: GraphQLSchema, object: JsonObject, type: string): boolean => {
  const name = ownValue(object, '__typename');
  return typeof name !== 'string' || isNamedTypeOf(schema, type, name);
};

/** The changes that a plan wants done to representations or answers; `schema` is the whole supergraph. */
export const compileRewrites = (
  schema: GraphQLSchema,
  rewrites: readonly DataRewrite[] = [],
): readonly Rewrite[] =>
  rewrites.flatMap(rewrite => {
    const key = rewrite.path.at(-1);
    return key === undefined ? [] : [at(schema, rewrite.path.slice(0, -1), change(rewrite, key))];
  });
