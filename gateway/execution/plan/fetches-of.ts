import type { FetchNode, PlanNode, PlanPath } from '../apollo-types.ts';

/** A fetch of a plan, and where its answer belongs. */
export interface PlacedFetch {
  fetch: FetchNode;
  path: PlanPath;
}

/** All fetches of a plan, whatever is chosen. */
export function fetchesOf(node: PlanNode | undefined, path: PlanPath = []): PlacedFetch[] {
  switch (node?.kind) {
    case 'Fetch':
      return [{ fetch: node, path }];
    case 'Flatten':
      return fetchesOf(node.node, [...path, ...node.path]);
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(each => fetchesOf(each, path));
    case 'Condition':
      return [...fetchesOf(node.ifClause, path), ...fetchesOf(node.elseClause, path)];
    default:
      return [];
  }
}
