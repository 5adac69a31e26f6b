import type { GraphQLFormattedError } from 'graphql';
import type { JsonObject } from '../../../runtime/json-object.ts';
import type { PlanPath } from '../apollo-types.ts';
import type { Cursor, Execution } from './plan-step.ts';
import { pathParts, placesOf } from './walk-path.ts';

type Path = readonly (string | number)[];

/** How far a path goes before it comes to a list. */
function beforeLists(path: PlanPath): Path {
  const names = pathParts(path).map(({ name }) => name);
  const list = names.indexOf('@');
  return list === -1 ? names : names.slice(0, list);
}

/** Where an error of a fetch that is not about entities belongs: under each object that its answer belongs to. */
export function placesInAnswer(
  { path }: GraphQLFormattedError,
  execution: Execution,
  cursor: Cursor,
): (Path | undefined)[] {
  if (!path) return [undefined];
  if (cursor.path.length === 0) return [path];
  const places = placesOf(execution.data, cursor.path);
  return cursor.objects.flatMap(object => places.get(object) ?? []).map(place => [...place, ...path]);
}

/**
 * Where an error of a fetch about entities belongs: at each place at which the entity stands that it is about.
 * `asked` are the entities by their index in the fetch; one that stands for several identical ones has them all.
 */
export function placesOfEntity(
  { path }: GraphQLFormattedError,
  asked: readonly (readonly JsonObject[])[],
  places: ReadonlyMap<JsonObject, Path[]>,
  cursor: Cursor,
): (Path | undefined)[] {
  if (!path) return [undefined];
  const [root, index, ...below] = path;
  const entities = root === '_entities' && typeof index === 'number' ? (asked[index] ?? []) : [];
  const found = entities.flatMap(entity => places.get(entity) ?? []).map(place => [...place, ...below]);
  return found.length > 0 ? found : [beforeLists(cursor.path)];
}
