import { pickWeighted, type Random } from '../../seed/random.ts';
import { chance, wholeNumber } from './draw.ts';

/** One intention to buy, and what its buyer does on the way. */
export interface Errand {
  /** When it begins, in milliseconds from the moment at which buyers come in. */
  at: number;
  /** Whose it is and what it is about, as numbers of the round's buyers and books. */
  buyer: number;
  book: number;
  quantity: number;
  /** Looks around first, and insists on the price that was seen there. */
  browses: boolean;
  /** Sends purchaseBook twice at once. */
  buysByDoubleClick: boolean;
  choosesDeliveryAtOnce: boolean;
  then: 'pay' | 'pay at the last moment' | 'cancel' | 'abandon';
  /** When the last moment is, in milliseconds from the end of the reservation: mostly before it. */
  lastMoment: number;
  /** The cards that are tried, one after the other until one is good. */
  cards: readonly (string | null)[];
  /** How each card is used: once, twice at once under one key, or twice at once under two. */
  pays: 'once' | 'by double click' | 'in two tabs';
  /** Calls the purchase off while it is being paid. */
  cancelsMeanwhile: boolean;
  /** What becomes of it once it is paid. */
  afterwards: 'keep' | 'cancel' | 'ship' | 'ship and confirm';
}

/** Those who let their reservation run out, or nearly, come early, so that nobody has to wait for them at the end. */
const earlyMilliseconds = 4_000;

const cards: readonly (readonly [readonly (string | null)[], number])[] = [
  [['tok_approved'], 50],
  [[null], 8],
  [['tok_timeout'], 8],
  [['tok_error_then_approved'], 10],
  [['tok_declined', 'tok_approved'], 12],
  [['tok_insufficient_funds', 'tok_declined'], 6],
  [['tok_stolen', 'tok_timeout'], 6],
];

/** What one buyer does, by chance. Buyers come in for so many milliseconds. */
export function planErrand(
  random: Random,
  place: { buyers: number; book: number; copies: number; milliseconds: number },
): Errand {
  const { buyers, book, copies, milliseconds } = place;
  const at = wholeNumber(random, 0, milliseconds);
  const isEarly = at < earlyMilliseconds;
  const then = pickWeighted(random, [
    ['pay', 70],
    ['cancel', 8],
    [isEarly ? 'abandon' : 'pay', 10],
    [isEarly ? 'pay at the last moment' : 'pay', 12],
  ] as const);
  return {
    at,
    buyer: wholeNumber(random, 0, buyers - 1),
    book,
    quantity: copies > 1 && chance(random, 30) ? wholeNumber(random, 2, 3) : 1,
    browses: chance(random, 25),
    buysByDoubleClick: chance(random, 15),
    choosesDeliveryAtOnce: chance(random, 50),
    then,
    lastMoment: wholeNumber(random, -1_500, 200),
    cards: pickWeighted(random, cards),
    pays: pickWeighted(random, [
      ['once', 70],
      ['by double click', 18],
      ['in two tabs', 12],
    ] as const),
    cancelsMeanwhile: chance(random, 5),
    afterwards: pickWeighted(random, [
      ['keep', 45],
      ['cancel', 12],
      ['ship', 15],
      ['ship and confirm', 28],
    ] as const),
  };
}
