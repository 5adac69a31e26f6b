import type { Envelope } from './envelope.ts';

/** An event that a relay hands over, and the receivers that have it from an earlier attempt. */
export interface Parcel {
  event: Envelope;
  deliveredTo: readonly string[];
}

/** What became of a parcel: who has it by now, for good, and whether these are all who should. */
export interface Receipt {
  eventId: string;
  deliveredTo: readonly string[];
  complete: boolean;
}

/** A delivery ends within so many milliseconds, well or not: before the lease of the relay that asked for it. */
export const deliveryMilliseconds = 4_000;

/** Takes events from an outbox to the inboxes of those who listen: at least once, in any order. */
export interface EventTransport {
  /** Hands parcels over, and tells of each what became of it. Does not reject. */
  deliver(parcels: readonly Parcel[]): Promise<Receipt[]>;
  close(): Promise<void>;
}

/** What a transport hands events to. Resolves when they are kept for good; rejects when they must be sent again. */
export type Receive = (events: readonly Envelope[]) => Promise<void>;
