import type { BookCardFragment } from './book-card.generated.ts';

/** The grades, best first. */
export const conditions = [
  'NEW',
  'AS_NEW',
  'FINE',
  'VERY_GOOD',
  'GOOD',
  'FAIR',
  'POOR',
] as const satisfies readonly BookCardFragment['condition'][];
