import { historyRule } from './history-rules.ts';
import type { Violation } from './invariants.ts';
import { bookkeepingRule, captureRule, holdRule } from './money-rules.ts';
import type { PurchaseRecord } from './purchase-record.ts';
import { linesRule, reservationRule } from './reservation-rules.ts';
import { timeRule } from './time-rules.ts';

const rules = [reservationRule, linesRule, captureRule, holdRule, bookkeepingRule, historyRule, timeRule];

/** All that is wrong with a purchase. */
export const judgePurchase = (purchase: PurchaseRecord): Violation[] =>
  rules.flatMap(rule => [...rule(purchase)]);
