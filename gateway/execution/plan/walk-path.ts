import { isJsonObject, type JsonObject, ownValue } from '../../../runtime/json-object.ts';
import type { PlanPath } from '../apollo-types.ts';

/** A part of a path: a response name or `@`, and the types that it is followed for; undefined for all. */
interface PathPart {
  name: string;
  types: ReadonlySet<string> | undefined;
}

/** The parts of a plan's path, in which `name|[A,B]` is for objects of the types A and B. */
export const pathParts = (path: PlanPath): PathPart[] =>
  path.map(element => {
    const [name = '', conditions] = String(element).split('|[');
    return {
      name,
      types: conditions === undefined ? undefined : new Set(conditions.slice(0, -1).split(',')),
    };
  });

const isOneOf = (types: ReadonlySet<string>) => (value: unknown) =>
  !isJsonObject(value) || types.has(String(ownValue(value, '__typename')));

function below(values: readonly unknown[], { name, types }: PathPart): unknown[] {
  const next: unknown[] = [];
  for (const value of values)
    if (name === '@') {
      if (Array.isArray(value)) for (const element of value) next.push(element);
    } else if (name === '') next.push(value);
    else if (isJsonObject(value)) next.push(ownValue(value, name));
  const there = next.filter(value => typeof value === 'object' && value !== null);
  return types ? there.filter(isOneOf(types)) : there;
}

/** The objects that a path leads to from others. With `areShared` each is there once, although it stands in several places. */
export function objectsAt(
  from: readonly JsonObject[],
  path: readonly PathPart[],
  areShared: boolean,
): JsonObject[] {
  let values: readonly unknown[] = from;
  for (const part of path) {
    values = below(values, part);
    if (areShared) values = [...new Set(values)];
  }
  return values.filter(isJsonObject);
}

/** Where each of the objects that a path leads to stands in the data: response names and indices. */
export function placesOf(data: JsonObject, path: PlanPath): Map<JsonObject, (string | number)[][]> {
  const places = new Map<JsonObject, (string | number)[][]>();
  const parts = pathParts(path);
  const walk = (value: unknown, at: number, here: readonly (string | number)[]): void => {
    const part = parts[at];
    if (!part) {
      if (!isJsonObject(value)) return;
      const known = places.get(value);
      if (known) known.push([...here]);
      else places.set(value, [[...here]]);
    } else if (part.name === '@') {
      if (!Array.isArray(value)) return;
      for (const [index, element] of value.entries()) walk(element, at + 1, [...here, index]);
    } else if (part.name === '') walk(value, at + 1, here);
    else if (isJsonObject(value)) walk(ownValue(value, part.name), at + 1, [...here, part.name]);
  };
  walk(data, 0, []);
  return places;
}
