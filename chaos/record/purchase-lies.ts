import type { PurchaseStatus } from '../../subgraphs/purchase/resolvers.generated.ts';
import type { PurchaseRecord, Sighting } from './purchase-record.ts';
import type { PurchaseState } from './store-state.ts';

/** The amount as the store shows it: minor units of a currency with two decimals. */
const shown = (amount: number): string => (amount / 100).toFixed(2);

const ends: readonly PurchaseStatus[] = ['REJECTED', 'EXPIRED', 'DELIVERED', 'CANCELLED'];

/** How far along its way a purchase is in a status; it never goes back to a smaller number. */
const progress: Record<PurchaseStatus, number> = {
  PENDING: 0,
  AWAITING_PAYMENT: 1,
  PAID: 2,
  SHIPPED: 3,
  DELIVERED: 4,
  REJECTED: 5,
  EXPIRED: 5,
  CANCELLED: 5,
};

const statusesOnRequest: readonly PurchaseStatus[] = ['PAID', 'SHIPPED', 'DELIVERED', 'CANCELLED'];
const statusesTooLate: readonly PurchaseStatus[] = ['EXPIRED', 'CANCELLED'];

/** Whether somebody who asked after one answer had come was shown something older. */
function wentBack(sightings: readonly Sighting[]): boolean {
  let latest = 0;
  const answered = sightings.toSorted((one, other) => one.answeredAt - other.answeredAt);
  let next = 0;
  for (const { askedAt, status } of sightings.toSorted((one, other) => one.askedAt - other.askedAt)) {
    for (let seen = answered[next]; seen && seen.answeredAt < askedAt; seen = answered[next]) {
      latest = Math.max(latest, progress[seen.status]);
      next += 1;
    }
    if (progress[status] < latest) return true;
  }
  return false;
}

const answeredTo = (record: PurchaseRecord, key: string) => record.payments.get(key) ?? new Set();

type Lie = (record: PurchaseRecord, state: PurchaseState) => boolean;

/** What must never be said of a purchase that somebody asked for, and that is there; true where it was. */
export const purchaseLies: Record<string, Lie> = {
  'one key gave several purchases': ({ ids }, { id }) => ids.size > 1 || (ids.size === 1 && !ids.has(id)),
  'it is of another book or number of copies': ({ bookId, quantity }, { lines }) =>
    lines.length !== 1 || lines[0]?.bookId !== bookId || lines[0].quantity !== quantity,
  'it has another price than the buyer insisted on': ({ expectedUnitPrice }, { status, lines }) =>
    expectedUnitPrice !== undefined &&
    status !== 'REJECTED' &&
    lines.some(({ unitPrice }) => unitPrice !== null && shown(unitPrice) !== expectedUnitPrice),
  'a status was shown that it never had': ({ sightings }, { history }) =>
    sightings.some(({ status }) => !history.includes(status)),
  'an older status was shown after a newer one': ({ sightings }) => wentBack(sightings),
  'it went on after its end was shown': ({ sightings }, { status }) =>
    sightings.some(seen => ends.includes(seen.status) && seen.status !== status),
  'its price changed': ({ sightings }, { subtotal }) =>
    sightings.some(seen => seen.status !== 'PENDING' && seen.subtotal !== shown(subtotal)),
  'it was refused and is there': ({ refusals }, { status, reservation }) =>
    refusals.size > 0 && (status !== 'REJECTED' || reservation === 'RESERVED' || reservation === 'COMMITTED'),
  'it was refused and acknowledged': ({ refusals, ids }) => refusals.size > 0 && ids.size > 0,
  'it has a status that nobody asked for': ({ asked }, { history }) =>
    history.some(status => statusesOnRequest.includes(status) && !asked.has(status)),
  'a payment was made that nobody asked for': (record, { payments }) =>
    payments.some(({ key }) => !record.payments.has(key)),
  'a payment that was acknowledged took no money': (record, { status, payments }) => {
    const kept = status === 'CANCELLED' ? 'REFUNDED' : 'CAPTURED';
    return [...record.payments.keys()].some(
      key =>
        answeredTo(record, key).has('paid') &&
        !payments.some(each => each.key === key && each.status === kept && each.charge === kept),
    );
  },
  'another amount was charged than was shown': ({ sightings }, { payments }) =>
    payments.some(
      ({ charge, amount }) =>
        charge === 'CAPTURED' &&
        sightings.some(seen => seen.status === 'PAID' && seen.total !== shown(amount)),
    ),
  'a card that was refused is charged': (record, { payments }) =>
    payments.some(
      ({ key, status, charge }) =>
        answeredTo(record, key).has('declined') && (status !== 'DECLINED' || charge !== 'DECLINED'),
    ),
  'its delivery is gone': ({ deliveryChosenAt }, { hasDelivery }) =>
    deliveryChosenAt !== undefined && !hasDelivery,
  'its delivery was said not to be chosen, after it was': ({ deliveryChosenAt, refusedSteps }) =>
    deliveryChosenAt !== undefined &&
    refusedSteps.some(({ code, askedAt }) => code === 'DELIVERY_NOT_CHOSEN' && askedAt > deliveryChosenAt),
  'it was said not to be there, after it was': ({ sightings, refusedSteps }) =>
    refusedSteps.some(
      ({ step, code, askedAt }) =>
        step !== 'purchaseBook' &&
        code === 'NOT_FOUND' &&
        sightings.some(seen => seen.status !== 'PENDING' && seen.answeredAt < askedAt),
    ),
  'its key was said to be used for something else': ({ refusedSteps }) =>
    refusedSteps.some(({ code }) => code === 'IDEMPOTENCY_KEY_REUSED'),
  'it was paid although it was too late': ({ payments }, { status }) =>
    [...payments.values()].some(answers => answers.has('expired')) && !statusesTooLate.includes(status),
};
