import type { ConnectionType } from '@mikro-orm/mysql';
import { keyedBy } from '../../runtime/loaders.ts';
import { readRows, type Sql } from '../../runtime/sql.ts';
import type { RequestFacts } from '../../runtime/subgraph-server.ts';
import { deliveryLoader } from './delivery-loader.ts';
import { eventLoader } from './event-loader.ts';
import { lineLoader } from './line-loader.ts';
import { paymentLoader } from './payment-loader.ts';
import { providerLoader } from './provider-loader.ts';
import type { Store } from './store.ts';
import { visiblePurchases } from './visible-purchases.ts';

/** What purchase's resolvers are handed: who asks, the store, and loaders that read by batch and keep nothing. */
export function createContext(store: Store, facts: RequestFacts) {
  const { viewer } = facts.caller;
  const from =
    (connectionType: ConnectionType) =>
    <Row>(statement: Sql): Promise<Row[]> =>
      readRows<Row>(store.em, statement, connectionType);
  const fromWriter = from('write');
  return {
    ...facts,
    viewer,
    store,
    purchases: keyedBy(
      ids => visiblePurchases(store, viewer, ids),
      purchase => purchase.id,
    ),
    lines: lineLoader(fromWriter),
    events: eventLoader(fromWriter),
    payments: paymentLoader(fromWriter),
    deliveries: deliveryLoader(fromWriter),
    providers: providerLoader(from(facts.connectionType)),
  };
}

export type Context = ReturnType<typeof createContext>;
