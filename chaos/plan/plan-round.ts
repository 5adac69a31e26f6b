import { randomOf } from '../../seed/random.ts';
import { chance, pick, wholeNumber } from './draw.ts';
import { type PlannedBook, type PlannedChange, planBooks, planChanges } from './plan-books.ts';
import { type Errand, planErrand } from './plan-errand.ts';
import { type Fault, planFaults } from './plan-faults.ts';

/** Five people a second come in, as many as two cores can serve while things break; for ten seconds at least. */
const millisecondsPerPurchase = 200;
const leastMilliseconds = 10_000;
const buyersPerPurchase = 1.25;
const purchasesPerSeller = 10;
const newcomers = 4;

export interface RoundPlan {
  seed: number;
  sellers: number;
  buyers: number;
  /** When people come who make an account, in milliseconds from the moment at which buyers come in. */
  newcomers: number[];
  books: PlannedBook[];
  changes: PlannedChange[];
  errands: Errand[];
  faults: Fault[];
}

/** Everything that is done in a round, the same for the same seed and options. */
export function planRound(seed: number, purchases: number, hasBroker: boolean): RoundPlan {
  const random = randomOf(seed);
  const milliseconds = Math.max(leastMilliseconds, purchases * millisecondsPerPurchase);
  const faults = planFaults(random, hasBroker, milliseconds);
  const buyers = Math.ceil(purchases * buyersPerPurchase);
  const sellers = Math.ceil(purchases / purchasesPerSeller);
  const books = planBooks(random, Math.ceil(purchases / 5), sellers);
  const single = books.flatMap(({ copies }, book) => (copies === 1 ? [book] : []));
  const plural = books.flatMap(({ copies }, book) => (copies > 1 ? [book] : []));
  const errands = Array.from({ length: purchases }, () => {
    const book = plural.length === 0 || chance(random, 20) ? pick(random, single) : pick(random, plural);
    return planErrand(random, { buyers, book, copies: books[book]?.copies ?? 1, milliseconds });
  });
  return {
    seed,
    sellers,
    buyers,
    newcomers: Array.from({ length: newcomers }, () => wholeNumber(random, 0, milliseconds)),
    books,
    changes: planChanges(random, books, milliseconds),
    errands,
    faults,
  };
}
