import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';
import { type FacetName, facetNames } from './facets.ts';

/** The facets that an operation selects, so that no other is counted. */
export function selectedFacets(info: GraphQLResolveInfo): Set<FacetName> {
  const names = new Set<string>();
  const visit = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) visit(selection.selectionSet);
      else visit(info.fragments[selection.name.value]?.selectionSet);
    }
  };
  for (const node of info.fieldNodes) visit(node.selectionSet);
  return new Set(facetNames.filter(name => names.has(name)));
}
