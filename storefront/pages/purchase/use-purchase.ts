import { useCallback } from 'react';
import type { CombinedError } from 'urql';
import { usePoll } from '../../components/use-poll.ts';
import { useLastAnswer } from '../../graphql/use-last-answer.ts';
import {
  type PurchaseDetailsFragment,
  PurchaseNowDocument,
  PurchasePageDocument,
  type PurchasePageQuery,
} from './purchase.generated.ts';

/** A purchase as its page knows it. */
export type PagePurchase = NonNullable<PurchasePageQuery['purchase']>;

const soonMilliseconds = 2_000;
const laterMilliseconds = 10_000;

/** Whether money is on its way: nothing can be chosen or called off until that is settled. */
export const isBeingPaid = ({ payment }: Pick<PurchaseDetailsFragment, 'payment'>): boolean =>
  payment?.status === 'PENDING' || payment?.status === 'AUTHORIZED';

/** How often to ask where a purchase stands: often where it moves by itself, less often where it waits for people. */
function pace(purchase: PagePurchase | undefined): number {
  switch (purchase?.status) {
    case 'PENDING':
    case 'AWAITING_PAYMENT':
      return soonMilliseconds;
    case 'PAID':
    case 'SHIPPED':
      return laterMilliseconds;
    default:
      return 0;
  }
}

/** All that a purchase's page shows. */
export const purchaseQuery = (id: string) => ({ query: PurchasePageDocument, variables: { id } });

/** What of it may move, without what titles and names would cost each time. */
const nowQuery = (id: string) => ({ query: PurchaseNowDocument, variables: { id } });

/** A purchase as it stands now, without a reload; undefined until it is known, null where there is none. */
export function usePurchase(id: string): {
  purchase: PagePurchase | null | undefined;
  error: CombinedError | undefined;
  /** Asks where it stands, at once. */
  look: () => void;
} {
  const {
    part: known,
    error,
    ask: askPage,
  } = useLastAnswer(purchaseQuery(id), data => data.purchase, { requestPolicy: 'cache-and-network' });
  const { part: now, ask: askNow } = useLastAnswer(nowQuery(id), data => data.purchase, { pause: true });
  const isNewer = now && known && now.updatedAt >= known.updatedAt;
  const purchase = known && { ...known, ...(isNewer ? now : {}) };
  const look = useCallback(() => {
    if (known) askNow({ requestPolicy: 'network-only' });
    else askPage({ requestPolicy: 'network-only' });
  }, [known, askNow, askPage]);
  usePoll(pace(purchase ?? undefined), look);
  return { purchase, error, look };
}
