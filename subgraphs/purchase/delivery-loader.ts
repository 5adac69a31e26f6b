import type DataLoader from 'dataloader';
import { instantOrNull } from '../../runtime/database-time.ts';
import { keyedBy } from '../../runtime/loaders.ts';
import { isOneOf, join, type Sql, sql } from '../../runtime/sql.ts';
import type { ShownDelivery } from './delivery.ts';
import type { DeliveryStatus } from './resolvers.generated.ts';

const columns = [
  ...['id', 'purchase_id', 'provider_id', 'recipient', 'line1', 'line2', 'city', 'region', 'postal_code'],
  ...['country', 'cost', 'status', 'tracking_number', 'shipped_at', 'delivered_at'],
];

interface DeliveryRow {
  id: string;
  purchase_id: string;
  provider_id: string;
  recipient: string;
  line1: string;
  line2: string | null;
  city: string;
  region: string | null;
  postal_code: string | null;
  country: string;
  cost: number | string;
  status: DeliveryStatus;
  tracking_number: string | null;
  shipped_at: string | null;
  delivered_at: string | null;
}

const shown = (row: DeliveryRow): ShownDelivery => ({
  id: row.id,
  purchaseId: row.purchase_id,
  providerId: row.provider_id,
  recipient: row.recipient,
  line1: row.line1,
  line2: row.line2,
  city: row.city,
  region: row.region,
  postalCode: row.postal_code,
  country: row.country,
  cost: Number(row.cost),
  status: row.status,
  trackingNumber: row.tracking_number,
  shippedAt: instantOrNull(row.shipped_at),
  deliveredAt: instantOrNull(row.delivered_at),
});

const select = sql(`SELECT ${columns.join(', ')} FROM delivery WHERE`);

/** Loads the deliveries of purchases by the purchases' ids. */
export const deliveryLoader = (
  execute: (statement: Sql) => Promise<DeliveryRow[]>,
): DataLoader<string, ShownDelivery | null> =>
  keyedBy(
    async ids => (await execute(join([select, isOneOf('purchase_id', ids)], ' '))).map(shown),
    delivery => delivery.purchaseId,
  );
