import { change, charge, noCharge, noPayment, type Plant, payment, unknownId } from './plant.ts';

export const moneyPlants: readonly Plant[] = [
  {
    invariant: 'one_capture_when_paid',
    what: 'the money was taken twice',
    database: 'purchase',
    plant: ids => [payment(ids.paid, 'CAPTURED'), charge('CAPTURED')],
    undo: () => [noCharge, noPayment],
    names: ids => ids.paid,
  },
  {
    invariant: 'one_capture_when_paid',
    what: 'a paid purchase was refunded',
    ...change(
      'purchase',
      'simulated_charge',
      'id',
      ids => ids.payment.paid,
      ["status = 'REFUNDED'", "status = 'CAPTURED'"],
      ids => ids.paid,
    ),
  },
  {
    invariant: 'one_capture_when_paid',
    what: 'less was taken than the total',
    database: 'purchase',
    plant: ids => [`UPDATE purchase SET delivery_cost = delivery_cost + 1 WHERE id = '${ids.delivered}'`],
    undo: ids => [`UPDATE purchase SET delivery_cost = delivery_cost - 1 WHERE id = '${ids.delivered}'`],
    names: ids => ids.delivered,
  },
  {
    invariant: 'no_capture_elsewhere',
    what: 'money was taken for an expired purchase',
    database: 'purchase',
    plant: ids => [payment(ids.expired, 'CAPTURED'), charge('CAPTURED')],
    undo: () => [noCharge, noPayment],
    names: ids => ids.expired,
  },
  {
    invariant: 'cancelled_is_refunded',
    what: 'money was kept',
    database: 'purchase',
    plant: ids => [
      `UPDATE payment SET status = 'CAPTURED' WHERE id = '${ids.payment.refunded}'`,
      `UPDATE simulated_charge SET status = 'CAPTURED' WHERE id = '${ids.payment.refunded}'`,
    ],
    undo: ids => [
      `UPDATE payment SET status = 'REFUNDED' WHERE id = '${ids.payment.refunded}'`,
      `UPDATE simulated_charge SET status = 'REFUNDED' WHERE id = '${ids.payment.refunded}'`,
    ],
    names: ids => ids.refunded,
  },
  {
    invariant: 'no_hold_when_over',
    what: 'money is still held',
    database: 'purchase',
    plant: ids => [payment(ids.cancelled, 'AUTHORIZED'), charge('AUTHORIZED')],
    undo: () => [noCharge, noPayment],
    names: ids => ids.cancelled,
  },
  {
    invariant: 'charge_has_its_payment',
    what: 'a charge that nobody asked for',
    database: 'purchase',
    plant: () => [charge('CAPTURED')],
    undo: () => [noCharge],
    names: () => unknownId,
  },
  {
    invariant: 'payment_agrees_with_charge',
    what: 'the provider took another amount',
    ...change('purchase', 'simulated_charge', 'id', ids => ids.payment.shipped, [
      'amount = amount + 1',
      'amount = amount - 1',
    ]),
  },
];
