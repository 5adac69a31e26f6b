/** What is counted while it is looked at. */
export type Subject =
  | 'books'
  | 'purchases'
  | 'reservations'
  | 'payments'
  | 'charges'
  | 'outbox subjects'
  | 'inbox subjects'
  | 'inbox events'
  | 'outbox events'
  | 'histories'
  | 'deleted accounts';

const invariant = (of: Subject, about: string) => ({ of, about });

/**
 * Everything that must hold in a sound store at any moment, by its stable name. "In time": within RECOVERY_SECONDS
 * and the grace after it is due.
 */
export const invariants = {
  copies_add_up: invariant('books', 'copies on hand + reserved + sold are what was ever put in'),
  copies_not_below_zero: invariant('books', 'neither copies on hand nor what was put in are below zero'),
  purchase_has_its_reservation: invariant('purchases', 'each has the reservation that goes with its status'),
  reservation_has_its_purchase: invariant('reservations', 'each belongs to a purchase'),
  reserved_copies_are_bought: invariant('purchases', 'books, copies and prices are those of the reservation'),
  one_purchase_per_key: invariant('purchases', 'a buyer has one under one idempotency key'),
  one_payment_per_key: invariant('payments', 'a buyer has one under one idempotency key'),
  one_capture_when_paid: invariant(
    'purchases',
    'PAID, SHIPPED or DELIVERED: one charge was captured, of the total',
  ),
  no_capture_elsewhere: invariant('purchases', 'any other status: no charge is captured'),
  cancelled_is_refunded: invariant('purchases', 'CANCELLED: what had been captured is refunded, in time'),
  no_hold_when_over: invariant('purchases', 'what is over holds no money: no charge stays authorised'),
  charge_has_its_payment: invariant(
    'charges',
    'each belongs to a payment, or was given back after a restore that lost its payment',
  ),
  payment_agrees_with_charge: invariant('payments', 'status and amount are those of the charge'),
  pending_in_time: invariant('purchases', 'PENDING: catalog is asked, and its answer written down, in time'),
  awaiting_payment_in_time: invariant(
    'purchases',
    'AWAITING_PAYMENT: paid or EXPIRED in time after its reservation',
  ),
  payment_settled_in_time: invariant('payments', 'PENDING or AUTHORIZED: settled in time'),
  given_back_in_time: invariant(
    'purchases',
    'CANCELLED or EXPIRED: catalog is told to take the copies back in time',
  ),
  worker_in_time: invariant(
    'purchases',
    'what is left to do has a time at which the worker looks, and it does in time',
  ),
  history_is_legal: invariant('histories', 'steps that there are, each status once, in order'),
  history_ends_with_status: invariant('purchases', 'the last step of the history is the status'),
  event_applied_once: invariant('inbox events', 'each took effect once'),
  event_applied_in_time: invariant('inbox events', 'each took effect in time, or is a dead letter'),
  listener_has_every_event: invariant(
    'outbox subjects',
    'what was delivered has arrived at each listener, in order',
  ),
  listener_not_ahead: invariant('inbox subjects', 'no listener is further than what has happened'),
  outbox_delivered_in_time: invariant('outbox events', 'each is delivered in time'),
  no_dead_letters: invariant('inbox events', 'none is a dead letter'),
  account_erased_in_time: invariant(
    'deleted accounts',
    'what each subgraph held on the user is erased within a day',
  ),
} as const;

export type InvariantName = keyof typeof invariants;

const isInvariantName = (name: string): name is InvariantName => name in invariants;

export const invariantNames: readonly InvariantName[] = Object.keys(invariants).filter(isInvariantName);

/** Something that must never be. */
export interface Violation {
  invariant: InvariantName;
  /** Of what: the id of a book, purchase, payment, charge or event; "stream subject" for a stream of events. */
  id: string;
  /** What is in the databases, in words. */
  seen: string;
  /** What should be instead. */
  expected: string;
}

/** How long what passes may take. */
export interface Limits {
  /** RECOVERY_SECONDS and the grace together: so long after something is due it must have happened. */
  lateAfterSeconds: number;
  /** What seems wrong is looked at again after each of these, in milliseconds. */
  pauses: readonly number[];
}
