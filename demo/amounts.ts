import { currencyOf, toMinorUnits, toMoney } from '../runtime/money.ts';
import type { Money } from './purchase-shape.ts';

function minorUnits({ amount, currencyCode }: Money): number {
  const currency = currencyOf(currencyCode);
  const units = currency && toMinorUnits(amount, currency);
  if (units === undefined)
    throw new Error(`The store named an amount that is none: ${amount} ${currencyCode}`);
  return units;
}

/** The sum of two amounts of one currency. Throws where one is no amount. */
export function sumOf(one: Money, other: Money): Money {
  const currency = currencyOf(one.currencyCode);
  if (!currency) throw new Error(`The store named a currency that is none: ${one.currencyCode}`);
  return toMoney(minorUnits(one) + minorUnits(other), currency);
}

/** Which of two amounts is larger, as Array.sort wants it. */
export const byAmount = (one: Money, other: Money): number => minorUnits(one) - minorUnits(other);

/** An amount for people, e.g. "12.50 USD". */
export const shown = ({ amount, currencyCode }: Money): string => `${amount} ${currencyCode}`;
