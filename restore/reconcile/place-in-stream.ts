import type { SubgraphName } from '../../runtime/services.ts';
import type { StreamName } from '../../schema/events.ts';

/** How far a subject has come in a stream. */
export interface PlaceInStream {
  stream: StreamName;
  listener: SubgraphName;
  subject: string;
  /** How many events about it the source knows of. */
  told: number;
  /** How many of them took effect in the listener. */
  heard: number;
}
