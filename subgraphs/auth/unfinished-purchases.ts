import { z } from 'zod';
import type { SisterService } from '../../runtime/sister-service.ts';
import type { AuthUserError } from './resolvers.generated.ts';
import { userError } from './user-error.ts';

const counts = z.object({ bought: z.int(), sold: z.int() });
const answer = z.object({ unfinishedPurchases: counts });
const query = 'query($userId: ID!) { unfinishedPurchases(userId: $userId) { bought sold } }';

/** How many purchases of a user are paid, or being paid, and not finished: as their buyer, and as their seller. */
export type UnfinishedPurchases = z.infer<typeof counts>;

/** Asks purchase about them. Rejects with SERVICE_UNAVAILABLE where it cannot be reached. */
export const askUnfinishedPurchases =
  (purchase: SisterService) =>
  async (userId: string): Promise<UnfinishedPurchases> =>
    (await purchase.ask(query, { userId }, answer)).unfinishedPurchases;

/** Why an account cannot be deleted while there are any, and what to do. */
export function refusalsOf({ bought, sold }: UnfinishedPurchases): AuthUserError[] {
  const refusals: AuthUserError[] = [];
  if (bought > 0)
    refusals.push(
      userError(
        'PURCHASES_UNFINISHED',
        `You have paid for what has not arrived yet (${bought}). Confirm what arrived, cancel what was not sent, or wait for it.`,
      ),
    );
  if (sold > 0)
    refusals.push(
      userError(
        'SALES_UNFINISHED',
        `Others have paid you for what you have not sent yet (${sold}). Send it, or cancel the sale: they get their money back.`,
      ),
    );
  return refusals;
}
