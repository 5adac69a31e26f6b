import { expect } from '@jest/globals';
import type { ComparedGraphs, GraphAnswer } from './in-memory-graph.ts';

/**
 * Expects of our gateway the answer of one server that has everything, its fields in the same order, and of Apollo's
 * the same, unless `differs` says that it is known to do otherwise.
 */
export async function expectSameAnswer(
  graphs: ComparedGraphs,
  whole: object,
  { query, variables = {}, differs = false }: { query: string; variables?: object; differs?: boolean },
): Promise<GraphAnswer> {
  const expected = await graphs.askMonolith(whole, query, { ...variables });
  const ours = await graphs.ours.ask(query, variables);
  expect(ours).toEqual({ data: expected.data });
  expect(JSON.stringify(ours.data)).toBe(JSON.stringify(expected.data));
  if (!differs) expect(await graphs.apollos.ask(query, variables)).toEqual(ours);
  return ours;
}
