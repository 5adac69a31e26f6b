import { isId } from '../../runtime/ids.ts';
import { groupedBy, keyedBy } from '../../runtime/loaders.ts';
import type { RequestFacts } from '../../runtime/subgraph-server.ts';
import { Delivery } from './delivery.ts';
import { DeliveryProvider } from './delivery-provider.ts';
import { Payment } from './payment.ts';
import { PurchaseEvent } from './purchase-event.ts';
import { PurchaseLine } from './purchase-line.ts';
import type { Store } from './store.ts';
import { visiblePurchases } from './visible-purchases.ts';

/** What purchase's resolvers are handed: who asks, the store, and loaders that read by batch and keep nothing. */
export function createContext(store: Store, facts: RequestFacts) {
  const { em } = store;
  const { viewer } = facts.caller;
  const fresh = { disableIdentityMap: true } as const;
  return {
    ...facts,
    viewer,
    store,
    purchases: keyedBy(
      ids => visiblePurchases(store, viewer, ids),
      purchase => purchase.id,
    ),
    lines: groupedBy(
      ids => em.find(PurchaseLine, { purchaseId: { $in: ids } }, fresh),
      line => line.purchaseId,
    ),
    events: groupedBy(
      ids =>
        em.find(PurchaseEvent, { purchaseId: { $in: ids } }, { ...fresh, orderBy: { at: 'asc', id: 'asc' } }),
      event => event.purchaseId,
    ),
    payments: keyedBy(
      ids => em.find(Payment, { id: { $in: ids } }, fresh),
      payment => payment.id,
    ),
    deliveries: keyedBy(
      ids => em.find(Delivery, { purchaseId: { $in: ids } }, fresh),
      delivery => delivery.purchaseId,
    ),
    providers: keyedBy(
      ids =>
        em.find(
          DeliveryProvider,
          { id: { $in: ids.filter(isId) } },
          { ...fresh, connectionType: facts.connectionType },
        ),
      provider => provider.id,
    ),
  };
}

export type Context = ReturnType<typeof createContext>;
