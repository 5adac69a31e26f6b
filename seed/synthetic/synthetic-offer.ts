import { randomOf } from '../random.ts';
import { type RandomCopy, randomCopy } from '../random-copy.ts';
import { type Work, workOf } from './work.ts';

/** A made-up book for sale. */
export type SyntheticOffer = Work & RandomCopy & { sellerId: string };

// So that a book's copy is drawn from other numbers than its work.
const copySeeds = 0x5eed_0000;
const soldOut = 0.08;

/**
 * Made-up book `number` (from 0 on), the same one in every run with the same sellers. Every third is one more
 * copy of a title that another book may offer too; some are sold out.
 */
export function syntheticOffer(number: number, sellerIds: readonly string[]): SyntheticOffer {
  const random = randomOf(copySeeds + number);
  const workNumber = number % 3 === 2 ? Math.floor(random() * number) : number;
  const sellerId = sellerIds[Math.floor(random() * sellerIds.length)];
  if (sellerId === undefined) throw new RangeError('There is no seller.');
  const copy = randomCopy(random);
  return { ...workOf(workNumber), ...copy, stock: random() < soldOut ? 0 : copy.stock, sellerId };
}
