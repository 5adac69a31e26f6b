import { useCallback } from 'react';
import { type CombinedError, useQuery } from 'urql';
import { usePoll } from '../../components/use-poll.ts';
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

/** A purchase as it stands now, without a reload; undefined until it is known, null where there is none. */
export function usePurchase(id: string): {
  purchase: PagePurchase | null | undefined;
  error: CombinedError | undefined;
  /** Asks where it stands, at once. */
  look: () => void;
} {
  const [page, askPage] = useQuery({ ...purchaseQuery(id), requestPolicy: 'cache-and-network' });
  // What moves, without what titles and names would cost each time.
  const [now, askNow] = useQuery({ query: PurchaseNowDocument, variables: { id }, pause: true });
  const known = page.data?.purchase;
  const isNewer = now.data?.purchase && known && now.data.purchase.updatedAt >= known.updatedAt;
  const purchase = known && { ...known, ...(isNewer ? now.data?.purchase : {}) };
  const look = useCallback(() => {
    if (known) askNow({ requestPolicy: 'network-only' });
    else askPage({ requestPolicy: 'network-only' });
  }, [known, askNow, askPage]);
  usePoll(pace(purchase ?? undefined), look);
  return {
    purchase: purchase ?? (page.data && !page.error ? null : undefined),
    error: purchase ? undefined : page.error,
    look,
  };
}
