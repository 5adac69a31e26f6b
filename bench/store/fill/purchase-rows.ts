import { createHash } from 'node:crypto';
import { newId } from '../../../runtime/ids.ts';
import { soundAddress } from '../../../testing/operations.ts';

export interface BoughtBook {
  id: string;
  sellerId: string;
  title: string;
  /** Minor units. */
  price: number;
}

/** A purchase of one copy. */
export interface Bought {
  id: string;
  paymentId: string;
  buyerId: string;
  book: BoughtBook;
  at: Date;
}

type Tables = Record<string, Record<string, unknown>[]>;

const requestHash = createHash('sha256').update('bench').digest('hex');
const statuses = ['AWAITING_PAYMENT', 'PAID', 'SHIPPED', 'DELIVERED'];

/** The rows of purchase's tables, in the order in which they may be written. */
export const purchaseRows = (bought: readonly Bought[], provider: { id: string; cost: number }): Tables => ({
  purchase: bought.map(({ id, paymentId, buyerId, book, at }) => ({
    id,
    buyer_id: buyerId,
    seller_id: book.sellerId,
    status: 'DELIVERED',
    subtotal: book.price,
    delivery_cost: provider.cost,
    payment_id: paymentId,
    release_due: 0,
    idempotency_key: id,
    request_hash: requestHash,
    created_at: at,
    updated_at: at,
  })),
  purchase_line: bought.map(({ id, book }) => ({
    purchase_id: id,
    book_id: book.id,
    title: book.title,
    quantity: 1,
    unit_price: book.price,
  })),
  purchase_event: bought.flatMap(({ id, at }) =>
    statuses.map(status => ({ id: newId(), purchase_id: id, at, status })),
  ),
  payment: bought.map(({ id, paymentId, buyerId, book, at }) => ({
    id: paymentId,
    purchase_id: id,
    buyer_id: buyerId,
    method: 'CREDIT_CARD',
    status: 'CAPTURED',
    amount: book.price + provider.cost,
    idempotency_key: paymentId,
    request_hash: requestHash,
    created_at: at,
    captured_at: at,
  })),
  delivery: bought.map(({ id, at }) => ({
    id: newId(),
    purchase_id: id,
    provider_id: provider.id,
    recipient: soundAddress.recipient,
    line1: soundAddress.line1,
    city: soundAddress.city,
    region: soundAddress.region,
    postal_code: soundAddress.postalCode,
    country: soundAddress.country,
    cost: provider.cost,
    status: 'DELIVERED',
    tracking_number: `BENCH${id.slice(-12)}`,
    shipped_at: at,
    delivered_at: at,
  })),
});

/** The rows of catalog's tables. */
export const catalogRows = (bought: readonly Bought[]): Tables => ({
  stock_reservation: bought.map(({ id, buyerId, book, at }) => ({
    purchase_id: id,
    buyer_id: buyerId,
    seller_id: book.sellerId,
    status: 'COMMITTED',
    created_at: at,
    updated_at: at,
  })),
  stock_reservation_line: bought.map(({ id, buyerId, book }) => ({
    purchase_id: id,
    book_id: book.id,
    buyer_id: buyerId,
    title: book.title,
    quantity: 1,
    unit_price: book.price,
  })),
});
