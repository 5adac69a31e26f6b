import type { RefusalFragment } from '../components/refusal.generated.ts';

/** Refusals as those of a book's fields: what is wrong with the second author is wrong with the authors. */
export const ofTopFields = (refusals: readonly RefusalFragment[]): RefusalFragment[] =>
  refusals.map(refusal => ({ ...refusal, field: refusal.field?.slice(0, 1) ?? null }));
