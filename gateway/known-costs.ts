import type { OperationDefinitionNode } from 'graphql';
import { type Asked, operationCost } from './operation-cost.ts';

interface Known {
  pageVariables: ReadonlySet<string>;
  /** By the values of those variables. */
  costs: Map<string, number>;
}

/** So many sizes of pages are kept in mind for an operation; sizes are clients' to choose. */
const mostCosts = 100;

// What is no number counts as the longest page, whatever it is; what is left out, as the default.
const sizeOf = (size: unknown): number | string => {
  if (size === undefined || size === null) return 'default';
  return typeof size === 'number' ? size : 'other';
};

/** Answers the cost of operations, reckoned once for each as long as its document is kept, and the pages are as long. */
export function knownCosts(): (asked: Asked) => number {
  const known = new WeakMap<OperationDefinitionNode, Known>();
  return asked => {
    const before = known.get(asked.operation);
    const key = (pageVariables: ReadonlySet<string>) => {
      let sizes = '';
      for (const name of pageVariables) sizes += `${sizeOf(asked.variables[name])},`;
      return sizes;
    };
    const cost = before?.costs.get(key(before.pageVariables));
    if (cost !== undefined) return cost;
    const reckoned = operationCost(asked);
    const now = before ?? { pageVariables: reckoned.pageVariables, costs: new Map<string, number>() };
    if (now.costs.size >= mostCosts) now.costs.clear();
    now.costs.set(key(now.pageVariables), reckoned.cost);
    known.set(asked.operation, now);
    return reckoned.cost;
  };
}
