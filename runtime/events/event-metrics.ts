import { counter } from '../metrics/instruments.ts';

/** Events that all listeners have; each is counted at least once. */
export const eventsDelivered = counter(
  'events_delivered_total',
  'Events from the outbox that all who listen have.',
  ['type'],
);

/** Events that took effect. */
export const eventsApplied = counter('events_applied_total', 'Events from the inbox that took effect.', [
  'type',
]);

/** Attempts to apply an event that failed. */
export const eventFailures = counter(
  'event_failures_total',
  'Attempts to apply an event that failed; after eight of them it is a dead letter.',
);
