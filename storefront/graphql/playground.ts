import { createContext, useContext } from 'react';
import { stringifyDocument } from 'urql';
import type { PageQuery } from './page-query.ts';

/** Whether the store serves a playground: in production it may not. */
export const PlaygroundContext = createContext(false);

/** Likewise. */
export const useHasPlayground = (): boolean => useContext(PlaygroundContext);

/** Where the playground opens an operation in a tab of its own. */
export function playgroundAddress({ query, variables }: PageQuery): string {
  const operation = new URLSearchParams({
    query: stringifyDocument(query),
    variables: JSON.stringify(variables, null, 2),
  });
  return `/graphql#${operation}`;
}
