import { parse, type SelectionSetNode } from 'graphql';
import { fragmentsOf } from '../../../runtime/execution/collect-fields.ts';
import type { FetchNode, PlanNode } from '../apollo-types.ts';
import { fetchesOf, type PlacedFetch } from './fetches-of.ts';
import { pathParts } from './walk-path.ts';

/** Where in the data a fetch puts objects: response names without lists. */
function writtenPaths({ fetch, path }: PlacedFetch): Set<string> {
  const document = parse(fetch.operation, { noLocation: true });
  const fragments = fragmentsOf(document);
  const paths = new Set<string>();
  const write = ({ selections }: SelectionSetNode, here: string): void => {
    for (const selection of selections) {
      if (selection.kind === 'FragmentSpread') {
        const fragment = fragments.get(selection.name.value);
        if (fragment) write(fragment.selectionSet, here);
      } else if (selection.kind === 'InlineFragment') write(selection.selectionSet, here);
      else if (selection.selectionSet) {
        const isEntities = fetch.requires !== undefined && selection.name.value === '_entities';
        const below = isEntities ? here : `${here}.${(selection.alias ?? selection.name).value}`;
        if (!isEntities) paths.add(below);
        write(selection.selectionSet, below);
      }
    }
  };
  const names = pathParts(path).flatMap(({ name }) => (name === '@' || name === '' ? [] : [`.${name}`]));
  for (const definition of document.definitions)
    if (definition.kind === 'OperationDefinition') write(definition.selectionSet, names.join(''));
  return paths;
}

/**
 * The fetches of a plan whose answers hold no objects that another fetch puts anything into but what it learns of the
 * objects themselves. Such an object may stand in several places of the data: whatever is asked about it is the same.
 */
export function shareableFetches(plan: PlanNode | undefined): Set<FetchNode> {
  const fetches = fetchesOf(plan);
  // What is renamed is written elsewhere than the fetch says.
  if (fetches.some(({ fetch }) => fetch.outputRewrites?.length)) return new Set();
  const written = fetches.map(placed => [placed.fetch, writtenPaths(placed)] as const);
  const times = new Map<string, number>();
  for (const [, paths] of written) for (const path of paths) times.set(path, (times.get(path) ?? 0) + 1);
  return new Set(
    written.filter(([, paths]) => [...paths].every(path => times.get(path) === 1)).map(([fetch]) => fetch),
  );
}
