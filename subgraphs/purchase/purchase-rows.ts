import { instantOf, instantOrNull } from '../../runtime/database-time.ts';
import type { ShownPurchase } from './purchase.ts';
import type { PurchaseStatus } from './resolvers.generated.ts';

/** All columns that a purchase shows. */
export const purchaseColumns =
  'id, buyer_id, seller_id, status, subtotal, delivery_cost, payment_id, reserved_until, created_at, updated_at';

/** A row of purchaseColumns as the database tells it. */
export interface PurchaseRow {
  id: string;
  buyer_id: string;
  seller_id: string | null;
  status: PurchaseStatus;
  subtotal: number | string;
  delivery_cost: number | string;
  payment_id: string | null;
  reserved_until: string | null;
  created_at: string;
  updated_at: string;
}

/** The purchase that a row tells of. An entity would have each of its fields watched for changes, which takes longer than all else. */
export const toPurchase = (row: PurchaseRow): ShownPurchase => ({
  id: row.id,
  buyerId: row.buyer_id,
  sellerId: row.seller_id,
  status: row.status,
  subtotal: Number(row.subtotal),
  deliveryCost: Number(row.delivery_cost),
  paymentId: row.payment_id,
  reservedUntil: instantOrNull(row.reserved_until),
  createdAt: instantOf(row.created_at),
  updatedAt: instantOf(row.updated_at),
});
