import {
  type NotTold,
  notToldOfEvents,
  type RecordKind,
} from '../../runtime/personal-records/record-kind.ts';

const line = "CONCAT(t.purchase_id, ' ', t.book_id)";
const ofPurchase = (table: string): string => `purchase JOIN ${table} t ON t.purchase_id = purchase.id`;
const bought = 'purchase.buyer_id = ?';
const sold = 'purchase.seller_id = ?';

/** All that purchase holds on a user: as a buyer, and as a seller. Who bought of the user is not the user's to be told. */
export const recordKinds: readonly RecordKind[] = [
  {
    kind: 'purchase',
    table: 'purchase',
    columns: [
      ...['id', 'seller_id', 'status', 'subtotal', 'delivery_cost', 'payment_id', 'reserved_until'],
      ...['idempotency_key', 'refusal_code', 'refusal_message', 'created_at', 'updated_at'],
    ],
    whose: 't.buyer_id = ?',
  },
  {
    kind: 'purchase_line',
    table: 'purchase_line',
    columns: ['purchase_id', 'book_id', 'title', 'quantity', 'expected_unit_price', 'unit_price'],
    from: ofPurchase('purchase_line'),
    whose: bought,
    key: line,
  },
  {
    kind: 'purchase_event',
    table: 'purchase_event',
    columns: ['id', 'purchase_id', 'at', 'status', 'note'],
    from: ofPurchase('purchase_event'),
    whose: bought,
  },
  {
    kind: 'payment',
    table: 'payment',
    columns: [
      ...['id', 'purchase_id', 'method', 'token', 'status', 'amount', 'decline_reason'],
      ...['idempotency_key', 'created_at', 'captured_at'],
    ],
    from: ofPurchase('payment'),
    whose: bought,
  },
  {
    kind: 'delivery',
    table: 'delivery',
    columns: [
      ...['id', 'purchase_id', 'provider_id', 'recipient', 'line1', 'line2', 'city', 'region', 'postal_code'],
      ...['country', 'cost', 'status', 'tracking_number', 'shipped_at', 'delivered_at'],
    ],
    from: ofPurchase('delivery'),
    whose: bought,
  },
  {
    kind: 'sale',
    table: 'purchase',
    columns: ['id', 'status', 'subtotal', 'created_at', 'updated_at'],
    whose: 't.seller_id = ?',
  },
  {
    kind: 'sale_line',
    table: 'purchase_line',
    columns: ['purchase_id', 'book_id', 'title', 'quantity', 'unit_price'],
    from: ofPurchase('purchase_line'),
    whose: sold,
    key: line,
  },
  {
    kind: 'sale_event',
    table: 'purchase_event',
    columns: ['id', 'purchase_id', 'at', 'status', 'note'],
    from: ofPurchase('purchase_event'),
    whose: sold,
  },
  {
    kind: 'sale_delivery',
    table: 'delivery',
    columns: ['id', 'purchase_id', 'status', 'tracking_number', 'shipped_at', 'delivered_at'],
    from: ofPurchase('delivery'),
    whose: sold,
  },
];

const requested = 'What was asked for, by its hash; it stands beside it.';
const forWorker = 'When the worker looks at it, and what for.';

/** What of purchase's tables is not told, and why. */
export const notTold: NotTold = {
  ...notToldOfEvents,
  'purchase.buyer_id': 'The caller’s own id.',
  'purchase.request_hash': requested,
  'purchase.release_due': forWorker,
  'purchase.due_at': forWorker,
  'payment.buyer_id': 'The caller’s own id.',
  'payment.request_hash': requested,
  delivery_provider: 'Carriers.',
  simulated_charge:
    'The payment provider’s books: it stands for a company of its own, which tells by itself.',
  simulated_charge_request: 'The payment provider’s books likewise.',
  charge_given_back: 'Ids of charges that are nobody’s any more, after a restore.',
  invariants_report: 'Ids of what the oracle found.',
  outbox_event: 'Ids of purchases and of their two sides, for a week.',
  inbox_event: 'Ids of purchases and of books, for a week.',
  token_facts: 'Ids of sessions that ended minutes ago.',
};
