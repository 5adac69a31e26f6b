import { useState } from 'react';
import {
  type AnyVariables,
  type CombinedError,
  createRequest,
  type RequestPolicy,
  type UseQueryExecute,
  useQuery,
} from 'urql';
import type { PageQuery } from './page-query.ts';

/** The last that is known of what a page asks again and again. */
export interface LastAnswer<Part> {
  /** As the store said it last; null where it said that there is none, undefined as long as it has said nothing. */
  part: Part | null | undefined;
  /** Why nothing is known; none as soon as anything is. */
  error: CombinedError | undefined;
  /** Asks anew. */
  ask: UseQueryExecute;
}

/**
 * A part of a query's answer, for pages that ask again by the clock: a question that is lost changes nothing of what they
 * show. urql answers it with no data, and a store of which a part is away with null and an error. Other variables begin
 * with nothing.
 */
export function useLastAnswer<Data, Variables extends AnyVariables, Part>(
  query: PageQuery<Data, Variables>,
  partOf: (data: Data) => Part | null | undefined,
  options: { requestPolicy?: RequestPolicy; pause?: boolean },
): LastAnswer<Part> {
  const { key } = createRequest(query.query, query.variables);
  const [{ data, error, stale, operation }, ask] = useQuery<Data, Variables>({
    ...query,
    ...options,
  });
  const [last, keep] = useState<{ key: number; data: Data }>();
  // Until other variables are answered, urql holds the answer to those before.
  const isOwn = operation?.key === key;
  const now = isOwn ? data : undefined;
  // That there is none is believed neither from memory nor beside an error.
  const isSaid = now !== undefined && ((partOf(now) ?? null) !== null || !(error || stale));
  if (isSaid && (last?.key !== key || last.data !== now)) keep({ key, data: now });
  const before = last?.key === key ? last.data : undefined;
  const known = isSaid ? now : before;
  const part = known === undefined ? undefined : (partOf(known) ?? null);
  return { part, error: part === undefined && isOwn ? error : undefined, ask };
}
