import type { Purchase } from './purchase.ts';
import type { PurchaseUserError } from './resolvers.generated.ts';

/** What a verb answers: the purchase, or why it was refused (with the purchase where that helps). */
export interface Outcome {
  purchase: Purchase | null;
  userErrors: PurchaseUserError[];
}

export const done = (purchase: Purchase): Outcome => ({ purchase, userErrors: [] });

export const refused = (...userErrors: PurchaseUserError[]): Outcome => ({ purchase: null, userErrors });
