import { noPayment, type Plant, unknownId } from './plant.ts';

export const keyPlants: readonly Plant[] = [
  {
    invariant: 'one_purchase_per_key',
    what: 'a retry made a second purchase',
    database: 'purchase',
    plant: ids => [
      'ALTER TABLE purchase DROP KEY purchase_idempotency',
      `UPDATE purchase SET idempotency_key = CONCAT('was ', idempotency_key) WHERE id = '${ids.paid}'`,
      `INSERT INTO purchase SELECT '${unknownId}', buyer_id, seller_id, status, subtotal, delivery_cost, payment_id, reserved_until,
        release_due, due_at, idempotency_key, request_hash, refusal_code, refusal_message, created_at, updated_at
       FROM purchase WHERE id = '${ids.paid}'`,
    ],
    undo: ids => [
      `DELETE FROM purchase WHERE id = '${unknownId}'`,
      `UPDATE purchase SET idempotency_key = SUBSTR(idempotency_key, 5) WHERE id = '${ids.paid}'`,
      'ALTER TABLE purchase ADD UNIQUE KEY purchase_idempotency (buyer_id, idempotency_key)',
    ],
    names: ids => [ids.paid, unknownId].toSorted()[0] ?? '',
  },
  {
    invariant: 'one_payment_per_key',
    what: 'a retry made a second payment',
    database: 'purchase',
    plant: ids => [
      'ALTER TABLE payment DROP KEY payment_idempotency',
      `INSERT INTO payment SELECT '${unknownId}', purchase_id, buyer_id, method, token, status, amount, decline_reason, idempotency_key,
        request_hash, created_at, captured_at FROM payment WHERE id = '${ids.payment.paid}'`,
    ],
    undo: () => [
      noPayment,
      'ALTER TABLE payment ADD UNIQUE KEY payment_idempotency (buyer_id, idempotency_key)',
    ],
    names: ids => [ids.payment.paid, unknownId].toSorted()[0] ?? '',
  },
];
