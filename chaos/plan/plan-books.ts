import type { Random } from '../../seed/random.ts';
import { chance, pick, wholeNumber } from './draw.ts';

/** A book that is offered in a round. */
export interface PlannedBook {
  /** Number of its seller. */
  seller: number;
  copies: number;
  /** Such as "12.50". */
  price: string;
}

/** Something that a seller does to a book while people buy. */
export interface PlannedChange {
  /** In milliseconds from the moment at which buyers come in. */
  at: number;
  book: number;
  change: { price: string } | { status: 'PAUSED' | 'PUBLISHED' } | { stock: number } | 'remove';
}

const planPrice = (random: Random): string =>
  `${wholeNumber(random, 3, 60)}.${pick(random, ['00', '50', '95'])}`;

/** A third of the books have a single copy. */
export function planBooks(random: Random, count: number, sellers: number): PlannedBook[] {
  return Array.from({ length: count }, (_, book) => ({
    seller: book % sellers,
    copies: book % 3 === 0 ? 1 : wholeNumber(random, 5, 25),
    price: planPrice(random),
  }));
}

function planChange(random: Random): PlannedChange['change'][] {
  const kind = wholeNumber(random, 0, 9);
  if (kind < 4) return [{ price: planPrice(random) }];
  if (kind < 6) return [{ status: 'PAUSED' }, { status: 'PUBLISHED' }];
  if (kind < 9) return [{ stock: wholeNumber(random, 0, 10) }];
  return ['remove'];
}

/** A quarter of the books, those of several copies, are changed by their sellers, twice on average. */
export function planChanges(
  random: Random,
  books: readonly PlannedBook[],
  milliseconds: number,
): PlannedChange[] {
  const changed = books.flatMap(({ copies }, book) => (copies > 1 && chance(random, 40) ? [book] : []));
  return changed
    .flatMap(book => [book, book])
    .flatMap(book => {
      const at = wholeNumber(random, 0, milliseconds);
      return planChange(random).map((change, step) => ({ at: at + step * 1_500, book, change }));
    })
    .sort((one, other) => one.at - other.at);
}
